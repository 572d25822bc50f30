import type { Answer } from './action.ts';

/** The title of an answer or item without one. */
const UNTITLED = 'Untitled';

/** Translates our own texts in an action's answer. Texts from products stay as they are. */
export function answerInWords(
  { title, facts, items, ...rest }: Omit<Answer, 'url'>,
  inWords: (text: string) => string,
): Omit<Answer, 'url'> {
  return {
    ...rest,
    title: inWords(title || UNTITLED),
    ...(items === undefined
      ? {}
      : { items: items.map((item) => (item.title === '' ? { ...item, title: inWords(UNTITLED) } : item)) }),
    ...(facts === undefined ? {} : { facts: facts.map((fact) => ({ ...fact, title: inWords(fact.title) })) }),
  };
}
