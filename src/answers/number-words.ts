import type { Language } from './languages/language.ts';
import { replaceWords } from './without-words.ts';

/** The index of a word among names such as `numbers`, where "two" is at 2. Undefined if there is no such word. */
export function numberNamed(text: string, names: readonly (readonly string[])[]): number | undefined {
  const at = names.findIndex((same) => same.includes(text));
  return at === -1 ? undefined : at;
}

/** "in two weeks" as "in 2 weeks", "third of March" as "3 of march", 三月四日 as 3月4日. */
export function withDigits(text: string, { numbers, ordinals, isSpaced }: Language): string {
  if (!isSpaced) return text.replace(/[一二三四五六七八九十]+/g, (sign) => String(kanjiNumber(sign) ?? sign));
  const named = [...numbers.entries(), ...ordinals.map((names, at) => [at + 1, names] as const)];
  const digits = named.flatMap(([value, names]) => names.map((name) => [name, String(value)] as const));
  return replaceWords(text, Object.fromEntries(digits), { isSpaced });
}

const KANJI = '〇一二三四五六七八九';

/** Up to 99. */
function kanjiNumber(sign: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(sign);
  if (match === null) return undefined;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : KANJI.indexOf(tens || ones);
  return (tens === '' ? 1 : KANJI.indexOf(tens)) * 10 + (ones === '' ? 0 : KANJI.indexOf(ones));
}
