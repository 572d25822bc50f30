import type { Answer } from './action.ts';

/** What has no name still has to be told from what is not there. */
const UNTITLED = 'Untitled';

/** What is ours in an action's answer, in the person's language. What products say in it stays as it is. */
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
