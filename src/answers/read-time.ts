import { kept } from '../languages/kept.ts';
import { asciiDigits } from './ascii-digits.ts';
import { bare } from './fold.ts';
import type { Tongue } from './languages/languages.ts';
import { tonguesOf } from './languages/languages.ts';
import { withDigits } from './number-words.ts';
import { withoutPolite } from './without-polite.ts';
import { withoutWords } from './without-words.ts';

/** A time of day in 24 hours: `18:30`. */
export type ClockTime = string;

/** "6:30 pm", "18:30", "18.30", "18 Uhr", "18h30", "half past six", 午後6時30分. An hour alone must say which half of the day it is in. */
export function readTime(said: string, locale: string): ClockTime | undefined {
  const text = bare(asciiDigits(said.slice(0, 60)));
  for (const tongue of tonguesOf(locale)) {
    for (const form of formsOf(text, tongue)) {
      const time = timeIn(form, tongue);
      if (time !== undefined) return time;
    }
  }
  return undefined;
}

/** The text as it is, without "please" and "about", and with digits for number words. */
function formsOf(text: string, { words }: Tongue): ReadonlySet<string> {
  const plain = withoutPolite(text, words, words.about);
  return new Set([text, plain, withDigits(plain, words)]);
}

function timeIn(text: string, { locale, words }: Tongue): ClockTime | undefined {
  const named = withoutWords(text, words.fillers, words);
  if (words.noon.includes(text) || words.noon.includes(named)) return '12:00';
  if (words.midnight.includes(text) || words.midnight.includes(named)) return '00:00';
  const { half, rest } = halfOf(text.replace(/(?<![a-z])([ap])\.? ?m\b\.?/g, ' $1m '), locale, words);
  const spaced = withoutWords(rest, words.fillers, words);
  const quarter = quarterIn(spaced, words);
  if (quarter !== undefined) return clock(hourOf(quarter.hour, half), quarter.minute);
  const plain = spaced.replace(/\s+/g, '');
  const marked = withMarks(plain, [...words.hours, ...words.minutes]);
  const match = /^(\d{1,2})(?:[:.h](\d{2})?(?::\d{2})?)?$/.exec(marked) ?? /^([01]\d|2[0-3])([0-5]\d)$/.exec(marked);
  if (match === null) return undefined;
  // "6" alone may count anything
  const isHourAlone = match[2] === undefined && half === undefined && marked === plain && !marked.endsWith('h');
  return isHourAlone ? undefined : clock(hourOf(Number(match[1]), half), Number(match[2] ?? 0));
}

function clock(hour: number | undefined, minute: number): ClockTime | undefined {
  if (hour === undefined || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "half past 6", "halb 7", 6時半 */
function quarterIn(
  text: string,
  { quarters }: Tongue['words'],
): { readonly hour: number; readonly minute: number } | undefined {
  for (const [phrase, minutes] of Object.entries(quarters)) {
    const [before = '', behind = ''] = phrase.split('{}');
    const hour =
      text.startsWith(before) && text.endsWith(behind) ? text.slice(before.length, text.length - behind.length) : '';
    if (!/^\d{1,2}$/.test(hour)) continue;
    const named = minutes < 0 ? Number(hour) - 1 : Number(hour);
    // "halb 1" rarely means the night
    if (named >= 0) return { hour: named, minute: (minutes + 60) % 60 };
  }
  return undefined;
}

type Half = 'am' | 'pm';

function halfOf(text: string, locale: string, words: Tongue['words']): { readonly half?: Half; readonly rest: string } {
  for (const half of ['am', 'pm'] as const) {
    const names = [...words[half], dayPeriods(locale)[half]];
    for (const name of names.toSorted((a, b) => b.length - a.length)) {
      const rest = behindDigits(withoutWords(text, [name], words), name);
      if (name !== '' && rest !== text.replace(/ +/g, ' ').trim()) return { half, rest };
    }
  }
  return { rest: text };
}

/** Splits "6pm", which has no space. */
function behindDigits(text: string, name: string): string {
  return text.endsWith(name) && /\d$/.test(text.slice(0, -name.length)) ? text.slice(0, -name.length) : text;
}

const dayPeriods = kept((locale): Readonly<Record<Half, string>> => {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const at = (hour: number): string => {
    const period = format.formatToParts(Date.UTC(2027, 0, 1, hour)).find(({ type }) => type === 'dayPeriod');
    return bare(period?.value ?? '').replace(/[.\s]/g, '');
  };
  return { am: at(9), pm: at(21) };
});

/** "18uhr30" as "18:30", and "18時" as "18h". */
function withMarks(plain: string, marks: readonly string[]): string {
  const longestFirst = marks.toSorted((a, b) => b.length - a.length);
  const found = longestFirst.reduce((text, mark) => text.replace(new RegExp(`(\\d)${mark}`, 'g'), '$1|'), plain);
  return found
    .replace(/^(\d{1,2}[:.]\d{2})\|$/, '$1')
    .replace(/^(\d{1,2})\|(\d{2})\|?$/, '$1:$2')
    .replace(/^(\d{1,2})\|$/, '$1h');
}

function hourOf(hour: number, half: Half | undefined): number | undefined {
  if (hour > 23) return undefined;
  if (half === 'am') return hour > 12 ? undefined : hour % 12;
  return half === 'pm' && hour < 12 ? hour + 12 : hour;
}
