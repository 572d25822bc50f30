import { instantOf } from './instant.ts';
import { type DayReading, readDay } from './read-day.ts';
import { readTime } from './read-time.ts';
import type { Spoken } from './spoken.ts';

export type MomentReading = { readonly status: 'read'; readonly at: Date } | Extract<DayReading, { status: 'unclear' }>;

/** No day with a time takes more letters to say. */
const LONGEST = 80;

/** A day and a time of it: "tomorrow at 6:30 pm", "18:30 am 3. März", `2027-03-04T18:30Z`; in the person's time zone. */
export function readMoment(said: string, spoken: Spoken): MomentReading | undefined {
  const text = said.trim();
  if (text.length > LONGEST) return undefined;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? undefined : { status: 'read', at };
  }
  for (let cut = 1; cut < text.length; cut += 1) {
    // no number is half of a day and half of a time
    if (/\p{Nd}$/u.test(text.slice(0, cut)) && /^\p{Nd}/u.test(text.slice(cut))) continue;
    const [first, second] = [text.slice(0, cut), text.slice(cut).replace(/^T(?=\d)/, '')];
    const reading = momentOf(first, second, spoken) ?? momentOf(second, first, spoken);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function momentOf(day: string, time: string, spoken: Spoken): MomentReading | undefined {
  // 2027 beside a day is its year
  const clock = /^\s*\d{4}\s*$/.test(time) ? undefined : readTime(time, spoken.locale);
  if (clock === undefined) return undefined;
  const reading = readDay(day, spoken);
  if (reading?.status !== 'read') return reading;
  return { status: 'read', at: instantOf(reading.day, clock, spoken.timeZone) };
}
