import type { Answer, AnswerItem } from './action.ts';
import { shownLine, shownText } from './shown-text.ts';

/**
 * An answer that is safe to show, whatever a product put into it: titles, facts and items are one line each, and nothing is
 * invisible or changes the direction of other text. Leaves out facts without a value, and links that are not web addresses.
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

/** In text, an address has its own line; with white space in it, a second address could follow. */
function linkOf(url: string | undefined): { readonly url?: string } {
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) && shownText(url) === url ? { url } : {};
}
