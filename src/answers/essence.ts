import { folded } from './fold.ts';
import { SMALL_WORDS } from './languages/languages.ts';

/** Also finds words in Japanese, which has no spaces, whatever the locale. */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words of a request that say what is wanted, in alphabetical order. Two requests with the same essence ask for the same thing,
 * as "Create a Jira issue" and "please create an issue in Jira" do. Empty if there are no such words.
 */
export function essence(text: string): string {
  const words = [...WORDS.segment(folded(text).replaceAll("'", ' '))].flatMap(({ segment, isWordLike }) =>
    isWordLike === true && !SMALL_WORDS.has(segment) ? segment : [],
  );
  return words.toSorted().join(' ');
}
