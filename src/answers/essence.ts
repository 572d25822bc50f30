import { folded } from './fold.ts';
import { SMALL_WORDS } from './languages/languages.ts';

/** Japanese has no spaces, and its words are found whatever the locale is. */
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The words of a request that say what is wanted, in alphabetical order: two requests with the same essence ask for the same, as
 * "Create a Jira issue" and "please create an issue in Jira" do. Empty where a text has none.
 */
export function essence(text: string): string {
  const words = [...WORDS.segment(folded(text).replaceAll("'", ' '))].flatMap(({ segment, isWordLike }) =>
    isWordLike === true && !SMALL_WORDS.has(segment) ? segment : [],
  );
  return words.toSorted().join(' ');
}
