import type { Answer, AnswerItem } from './action.ts';
import { shownLine, shownText } from './shown-text.ts';

/**
 * An answer fit to be shown, whatever a product put into it: titles, facts and items are one line each, nothing in it is hidden or
 * turns the words after it. A fact without a value says nothing, and an address that is none leads nowhere.
 */
export function shownAnswer({ title, text, url, facts, items }: Answer): Answer {
  return {
    title: shownLine(title),
    ...(text === undefined ? {} : { text: shownText(text) }),
    ...linkOf(url),
    ...(facts === undefined ? {} : { facts: facts.map(shownFact).filter(({ value }) => value !== '') }),
    ...(items === undefined ? {} : { items: items.map(shownItem) }),
  };
}

function shownFact({ title, value }: NonNullable<Answer['facts']>[number]) {
  return { title: shownLine(title), value: shownLine(value) };
}

function shownItem({ title, subtitle, url }: AnswerItem): AnswerItem {
  return {
    title: shownLine(title),
    ...subtitled(shownLine(subtitle ?? '')),
    ...linkOf(url),
  };
}

function subtitled(subtitle: string): Pick<AnswerItem, 'subtitle'> {
  return subtitle === '' ? {} : { subtitle };
}

/** In words an address has a line of its own: white space would put a second one beside it. */
function linkOf(url: string | undefined): { readonly url?: string } {
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) && shownText(url) === url ? { url } : {};
}
