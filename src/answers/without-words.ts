import type { Language } from './languages/language.ts';

/** A bare text without these words, wherever they are; apart from each other, or as they come where words have no spaces. */
export function withoutWords(text: string, words: readonly string[], language: Pick<Language, 'isSpaced'>): string {
  return replaceWords(text, Object.fromEntries(words.map((word) => [word, ''])), language);
}

/** The same, with other words in their place. The longest of several that fit goes first. */
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
