import { asciiDigits } from './ascii-digits.ts';
import { type Day, todayOf } from './day.ts';
import { bare } from './fold.ts';
import { type Tongue, tonguesOf } from './languages/languages.ts';
import { withDigits } from './number-words.ts';
import { readNumberedDay } from './read-numbered-day.ts';
import { readNumericDay } from './read-numeric-day.ts';
import { readRelativeDay } from './read-relative-day.ts';
import { readWeekday } from './read-weekday.ts';
import { readWrittenDay } from './read-written-day.ts';
import type { Spoken } from './spoken.ts';
import { withoutPolite } from './without-polite.ts';

/** `unclear`: people mean different days by the same words. */
export type DayReading =
  | { readonly status: 'read'; readonly day: Day }
  | { readonly status: 'unclear'; readonly days: readonly Day[] };

/** Characters. Nobody needs more to name a day. */
const LONGEST = 80;

/**
 * A day as people say it: `2027-03-04`, "3 March", "tomorrow", "in 3 days", "Friday", and 03/04/2027 in the order of the locale.
 * Without a year, it is the next such day. Undefined if the text is not a day.
 */
export function readDay(said: string, spoken: Spoken): DayReading | undefined {
  const text = bare(asciiDigits(said.slice(0, LONGEST + 1)));
  if (text === '' || text.length > LONGEST) return undefined;
  const today = todayOf(spoken);
  for (const tongue of tonguesOf(spoken.locale)) {
    for (const form of formsOf(text, tongue)) {
      const reading =
        readNumericDay(form, spoken.locale, today) ??
        readRelativeDay(form, tongue, today) ??
        readWeekday(form, tongue, today) ??
        readWrittenDay(form, tongue, today) ??
        readNumberedDay(form, tongue, spoken.locale, today);
      if (reading !== undefined) return reading;
    }
  }
  return undefined;
}

/** The text as it is, without "please", and with digits for number words. */
function formsOf(text: string, { words }: Tongue): ReadonlySet<string> {
  const plain = withoutPolite(text.replace(/[()]/g, ' ').replace(/\s+/g, ' '), words);
  return new Set([text, plain, withDigits(plain, words)]);
}
