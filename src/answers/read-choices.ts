import { bare } from './fold.ts';
import { type Tongue, tonguesOf } from './languages/languages.ts';
import { withDigits } from './number-words.ts';
import { type ChoiceReading, readChoice } from './read-choice.ts';
import { withoutPolite } from './without-polite.ts';
import { withoutWords } from './without-words.ts';

/** Several choices in one sentence. */
export interface ChoicesReading {
  /** In the order in which they were said, each once. */
  readonly indexes: readonly number[];
  readonly exact: boolean;
}

/** Longer lists are not lists of choices, and would take long to read. */
const MOST_PARTS = 40;

/**
 * "red and blue", "1, 3", "the first and the third", "all". A choice may contain a comma or an "and": what could be one choice or two
 * is read as one.
 */
export function readChoices(said: string, choices: readonly string[], locale: string): ChoicesReading | undefined {
  const whole = readChoice(said, choices, locale);
  if (whole?.exact === true) return { indexes: [whole.index], exact: true };
  const meansAll = ({ words }: Tongue) => {
    const text = withoutPolite(bare(said), words);
    const count = withoutWords(withDigits(text, words), [String(choices.length), ...words.fillers], words);
    return [...words.all, ...(choices.length === 2 ? words.both : [])].some((all) => all === text || all === count);
  };
  if (tonguesOf(locale).some(meansAll)) {
    return { indexes: choices.map((_, index) => index), exact: true };
  }
  const parts = partsOf(said, locale);
  if (parts.length === 0 || parts.length > MOST_PARTS) return undefined;
  const dead = new Set<number>();
  const named = segmentsFrom(0);
  if (named === undefined) return undefined;
  return { indexes: [...new Set(named.map(({ index }) => index))], exact: named.every(({ exact }) => exact) };

  function segmentsFrom(start: number): readonly ChoiceReading[] | undefined {
    const first = parts[start];
    if (first === undefined) return [];
    // no way to read the rest from here on has worked
    if (dead.has(start)) return undefined;
    for (let end = parts.length; end > start; end -= 1) {
      const last = parts[end - 1];
      if (last === undefined) continue;
      const reading = readChoice(said.slice(first.from, last.to), choices, locale);
      // the beginning of a choice must be a single part
      if (reading === undefined || (!reading.exact && end > start + 1)) continue;
      const others = segmentsFrom(end);
      if (others !== undefined) return [reading, ...others];
    }
    dead.add(start);
    return undefined;
  }
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** The pieces between separators, without empty ones. */
function partsOf(said: string, locale: string): readonly Part[] {
  const separators = [...said.matchAll(separatorOf(locale))];
  const starts = [0, ...separators.map((match) => match.index + match[0].length)];
  const ends = [...separators.map((match) => match.index), said.length];
  return starts
    .map((from, index) => ({ from, to: ends[index] ?? said.length }))
    .filter(({ from, to }) => said.slice(from, to).trim() !== '');
}

function separatorOf(locale: string): RegExp {
  const words = tonguesOf(locale).flatMap(({ words: { and, isSpaced }, locale: own }) =>
    and.map((word) => {
      if (!isSpaced) return word;
      // Arabic joins it to the next word
      return own.startsWith('ar') ? `(?<=\\s|^)${word}\\s*` : `(?<=\\s|^)${word}(?=\\s)`;
    }),
  );
  return new RegExp(`[,;+&/\\n،、，；・]|${words.join('|')}`, 'giu');
}
