import { bare } from './fold.ts';
import type { Language } from './languages/language.ts';

/**
 * Removes words like "please" or "I'd like" from both ends of a bare text, as long as something is left.
 *
 * @param more other words to remove
 */
export function withoutPolite(
  text: string,
  { polite, isSpaced }: Pick<Language, 'polite' | 'isSpaced'>,
  more: readonly string[] = [],
): string {
  const longestFirst = [...polite, ...more].toSorted((a, b) => b.length - a.length);
  // "ca. 5"
  const gap = isSpaced ? /^\.?[\s,،]/ : /^/;
  const shorter = (rest: string): string => {
    for (const word of longestFirst) {
      const behind = rest.startsWith(word) ? rest.slice(word.length) : '';
      if (gap.test(behind) && bare(behind) !== '') return bare(behind.replace(/^\./, ''));
      const before = rest.endsWith(word) ? rest.slice(0, -word.length) : '';
      if (gap.test(before.slice(-1)) && bare(before) !== '') return bare(before);
    }
    return rest;
  };
  let rest = text;
  for (let next = shorter(rest); next !== rest; next = shorter(rest)) rest = next;
  return rest;
}
