import { asciiDigits } from './ascii-digits.ts';
import { bare } from './fold.ts';
import { tonguesOf } from './languages/languages.ts';
import { readNumber } from './read-number.ts';
import { withoutPolite } from './without-polite.ts';

const STARS = /^(?:[★⭐🌟✭✮]\ufe0f?\s*){1,10}$/u;

/** "4", "four stars", ★★★★, or "4/5" if `max` is 5. Undefined if it is not a whole number from 1 to `max`. */
export function readRating(said: string, max: number, locale: string): number | undefined {
  const text = said.trim();
  const stars = STARS.test(text) ? [...text.matchAll(/[★⭐🌟✭✮]/gu)].length : counted(text, max, locale);
  return stars !== undefined && Number.isInteger(stars) && stars >= 1 && stars <= max ? stars : undefined;
}

function counted(text: string, max: number, locale: string): number | undefined {
  const number = readNumber(text, locale);
  if (number !== undefined || text.length > 60) return number;
  for (const { words } of tonguesOf(locale)) {
    let rest = withoutStars(withoutPolite(bare(asciiDigits(text)), words), words.stars);
    for (const between of words.outOf) rest = rest.replace(new RegExp(`\\s*${between}\\s*${max}$`), '');
    const read = readNumber(withoutStars(rest, words.stars), locale);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** They come at the end, or before "out of 5". */
function withoutStars(text: string, stars: readonly string[]): string {
  return stars.reduce((rest, star) => (rest.endsWith(star) ? bare(rest.slice(0, -star.length)) : rest), text);
}
