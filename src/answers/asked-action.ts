import { kept } from '../languages/kept.ts';
import type { AnyAction } from '../model/action.ts';
import { bare } from './fold.ts';

/** An action that a message asks for, with what the sentence already says. */
export interface AskedAction {
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, string>>;
}

const folded = kept(bare);

/** Longer messages are no title. Characters. */
const LONGEST_TITLE = 200;
/** Longer messages are no sentence of an action: how long a pattern takes may grow with the square of their length. Characters. */
const LONGEST_SENTENCE = 2_000;

/**
 * The action that a message names by its title or by one of its `phrases`. A message of more than 2,000 characters names none.
 *
 * @param inWords the title in the person's language, which is understood too. Default: English only.
 */
export function askedAction(
  said: string | undefined,
  actions: readonly AnyAction[],
  inWords: (title: string) => string = (title) => title,
): AskedAction | undefined {
  const sentence = (said ?? '').trim();
  if (sentence.length > LONGEST_SENTENCE) return undefined;
  const wanted = sentence.length > LONGEST_TITLE ? '' : bare(sentence);
  const titled = actions.find(({ title }) => [title, inWords(title)].some((one) => folded(one) === wanted));
  if (titled !== undefined) return { action: titled, input: {} };
  for (const action of actions) {
    for (const phrase of action.phrases ?? []) {
      const match = phrase.exec(sentence);
      if (match !== null) return { action, input: { ...match.groups } };
    }
  }
  return undefined;
}
