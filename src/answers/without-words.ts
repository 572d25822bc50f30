import type { Language } from './languages/language.ts';

/** Removes these words from a bare text, wherever they occur. In a language with spaces, only whole words. */
export function withoutWords(text: string, words: readonly string[], language: Pick<Language, 'isSpaced'>): string {
  return replaceWords(text, Object.fromEntries(words.map((word) => [word, ''])), language);
}

/** Replaces words in a bare text, the longest first. */
export function replaceWords(
  text: string,
  words: Readonly<Record<string, string>>,
  { isSpaced }: Pick<Language, 'isSpaced'>,
): string {
  const longestFirst = Object.entries(words).toSorted(([a], [b]) => b.length - a.length);
  return longestFirst
    .reduce((rest, [word, other]) => {
      if (!isSpaced) return rest.replaceAll(word, other);
      return rest.replace(new RegExp(`(?<=^| )${word.replace(/[.]/g, '\\.')}(?= |$)`, 'gu'), other);
    }, text)
    .replace(/ +/g, ' ')
    .trim();
}
