import { asciiDigits } from './ascii-digits.ts';
import { type Day, todayOf } from './day.ts';
import { bare } from './fold.ts';
import { tonguesOf } from './languages/languages.ts';
import { readNumericDay } from './read-numeric-day.ts';
import { readRelativeDay } from './read-relative-day.ts';
import { readWeekday } from './read-weekday.ts';
import { readWrittenDay } from './read-written-day.ts';
import type { Spoken } from './spoken.ts';

/** Several days: people mean different ones by the same words. Undefined, where it is used: no day at all. */
export type DayReading =
  | { readonly status: 'read'; readonly day: Day }
  | { readonly status: 'unclear'; readonly days: readonly Day[] };

/** No day takes more letters to say. */
const LONGEST = 80;

/**
 * A day as people say it: `2027-03-04`, "3 March", "tomorrow", "in 3 days", "Friday", and 03/04/2027 in the order of the locale.
 * Without a year, the next such day is meant.
 */
export function readDay(said: string, spoken: Spoken): DayReading | undefined {
  const text = bare(asciiDigits(said.slice(0, LONGEST + 1)));
  if (text === '' || text.length > LONGEST) return undefined;
  const today = todayOf(spoken);
  const numeric = readNumericDay(text, spoken.locale, today);
  if (numeric !== undefined) return numeric;
  for (const tongue of tonguesOf(spoken.locale)) {
    const reading =
      readRelativeDay(text, tongue, today) ?? readWeekday(text, tongue, today) ?? readWrittenDay(text, tongue, today);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
