import { kept } from '../languages/kept.ts';
import type { AnyAction } from '../model/action.ts';
import { essence } from './essence.ts';
import { bare } from './fold.ts';

/** An action that a message asks for, with what the sentence already says. */
export interface AskedAction {
  readonly action: AnyAction;
  readonly input: Readonly<Record<string, string>>;
}

const folded = kept(bare);
const keptEssence = kept(essence);

/** Characters. No title is longer. */
const LONGEST_TITLE = 200;
/** Characters. Longer messages are not matched: the time that a pattern takes may grow with the square of their length. */
const LONGEST_SENTENCE = 2_000;

/**
 * The action that a message names: by its title, by one of its `phrases`, or by the words of its title in any order, with small words
 * around them, as in "please create an issue in Jira". A message of more than 2,000 characters names none.
 *
 * @param inWords translates a title into the person's language; both are understood. Default: no translation.
 */
export function askedAction(
  said: string | undefined,
  actions: readonly AnyAction[],
  inWords: (title: string) => string = (title) => title,
): AskedAction | undefined {
  const sentence = (said ?? '').trim();
  if (sentence.length > LONGEST_SENTENCE) return undefined;
  const isTitle = sentence.length <= LONGEST_TITLE;
  const wanted = isTitle ? bare(sentence) : '';
  const titlesOf = ({ title }: AnyAction) => [title, inWords(title)];
  const titled = actions.find((action) => titlesOf(action).some((one) => folded(one) === wanted));
  if (titled !== undefined) return { action: titled, input: {} };
  for (const action of actions) {
    for (const phrase of action.phrases ?? []) {
      // with the flags g and y an expression goes on where it last ended
      phrase.lastIndex = 0;
      const match = phrase.exec(sentence);
      if (match !== null) return { action, input: { ...match.groups } };
    }
  }
  const meant = isTitle ? essence(sentence) : '';
  if (meant === '') return undefined;
  const [only, another] = actions.filter((action) => titlesOf(action).some((one) => keptEssence(one) === meant));
  return only === undefined || another !== undefined ? undefined : { action: only, input: {} };
}
