import { kept } from '../languages/kept.ts';
import { asciiDigits } from './ascii-digits.ts';
import { withoutCurrency } from './currency.ts';
import { bare } from './fold.ts';
import { tonguesOf } from './languages/languages.ts';
import { numberNamed } from './number-words.ts';
import { withoutPolite } from './without-polite.ts';

/** Characters. No number that can be kept exactly needs more, even with a currency. */
const LONGEST = 100;

/** Never a decimal separator. */
const GROUPS_ONLY = /[ '_]/;

/**
 * A number as people write it: with thousands separators, with a currency, in the digits of their script, up to twelve in words,
 * and "about 5" as 5. If the digits allow only one reading ("12.50", "1.234,56"), that counts; otherwise ("1,200") the locale
 * decides.
 *
 * @returns undefined if it is not a number, or if a JavaScript number cannot keep it exactly
 */
export function readNumber(said: string, locale: string): number | undefined {
  if (said.length > LONGEST) return undefined;
  const plain = asciiDigits(said)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[−‐‑–—]/g, '-')
    .replace(/[’‘`´٬]/g, "'")
    .trim()
    .replace(/(?<=\d)[.!]$/, '')
    // 1.200,- €
    .replace(/(?<=\d)[.,]-{1,2}(?=\D*$)/, '');
  const number = amountIn(plain, locale);
  // bookkeepers write negative numbers in parentheses
  if (number !== undefined || /[()]/.test(plain)) return number;
  for (const { words } of tonguesOf(locale)) {
    const bareNumber = withoutPolite(bare(plain), words, words.about);
    const read = numberNamed(bareNumber, words.numbers) ?? amountIn(bareNumber, locale);
    if (read !== undefined) return read;
  }
  return undefined;
}

function amountIn(text: string, locale: string): number | undefined {
  const { sign, rest } = signed(withoutCurrency(text, locale));
  const number = magnitudeOf(rest, locale);
  return number === undefined ? undefined : sign * number;
}

function signed(text: string): { readonly sign: 1 | -1; readonly rest: string } {
  const match = /^([+-])\s*(.*)$/s.exec(text);
  return { sign: match?.[1] === '-' ? -1 : 1, rest: match?.[2] ?? text };
}

function magnitudeOf(text: string, locale: string): number | undefined {
  const at = decimalAt(text, locale);
  if (at === 'unclear') return undefined;
  const whole = at === undefined ? text : text.slice(0, at);
  const fraction = at === undefined ? '' : text.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (at !== undefined && fraction === '')) return undefined;
  const digits = ungrouped(whole);
  if (digits === undefined || (digits === '' && fraction === '')) return undefined;
  const number = Number(`${digits === '' ? '0' : digits}.${fraction === '' ? '0' : fraction}`);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** The index of the decimal separator; undefined if there is none. */
function decimalAt(text: string, locale: string): number | undefined | 'unclear' {
  if (text.includes('٫')) return text.indexOf('٫');
  const marks = [...text.matchAll(/[.,]/g)];
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // a separator that occurs twice separates thousands
  if (marks.length > 1) return first[0] === last[0] ? undefined : last.index;
  return oneMark(text, last.index, locale);
}

function oneMark(text: string, at: number, locale: string): number | undefined | 'unclear' {
  const mark = text[at];
  const before = text.slice(0, at);
  const after = text.length - at - 1;
  const { decimal, group } = separatorsOf(locale);
  const canGroup = after === 3 && /^[1-9]\d{0,2}$/.test(before);
  if (mark === decimal || GROUPS_ONLY.test(before)) return at;
  if (!canGroup) return after <= 2 || before === '0' ? at : 'unclear';
  return mark === group ? undefined : 'unclear';
}

/** Without thousands separators; undefined if they are in the wrong places. India groups by two. */
function ungrouped(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const [separator, ...others] = new Set(whole.replace(/\d/g, ''));
  if (separator === undefined || others.length > 0) return undefined;
  const [head = '', ...groups] = whole.split(separator);
  const last = groups.pop();
  if (!/^\d{1,3}$/.test(head) || last?.length !== 3) return undefined;
  const size = groups[0]?.length ?? 3;
  if (size !== 3 && !(size === 2 && head.length <= 2)) return undefined;
  return groups.every((group) => group.length === size) ? `${head}${groups.join('')}${last}` : undefined;
}

const separatorsOf = kept((locale) => {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567.8);
  const of = (type: Intl.NumberFormatPartTypes): string | undefined =>
    parts
      .find((part) => part.type === type)
      ?.value.normalize('NFKC')
      .replace(/[’٬]/g, "'");
  return { decimal: of('decimal'), group: of('group') };
});
