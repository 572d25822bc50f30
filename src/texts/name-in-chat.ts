import { isolatedName } from '../model/shown-name.ts';

/** Makes a name from a product or a person safe in a chat sentence: shortened, isolated, without markup. */
export function nameInChat(name: string): string {
  return escapeMarkdown(isolatedName(name));
}

/** Account names come from products and people; nothing in them may become a link or a picture. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~]/g, '\\$&');
}

/** A sentence that may have a product's words in it: nothing of it becomes a link, a picture or emphasis. */
export function escapeSentence(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
