import { bare } from './fold.ts';
import { instantOf } from './instant.ts';
import { tonguesOf } from './languages/languages.ts';
import { type DayReading, readDay } from './read-day.ts';
import { type ClockTime, readTime } from './read-time.ts';
import type { Spoken } from './spoken.ts';
import { withoutPolite } from './without-polite.ts';

export type MomentReading = { readonly status: 'read'; readonly at: Date } | Extract<DayReading, { status: 'unclear' }>;

/** Characters. Nobody needs more to name a day and a time. */
const LONGEST = 80;

/** A day with a time: "tomorrow at 6:30 pm", "18:30 am 3. März", `2027-03-04T18:30Z`. Without an offset, in the person's time zone. */
export function readMoment(said: string, spoken: Spoken): MomentReading | undefined {
  const text = said.trim();
  if (text.length > LONGEST) return undefined;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? undefined : { status: 'read', at };
  }
  const { wall, offset } = withoutOffset(text);
  for (const form of formsOf(wall, spoken.locale)) {
    const reading = splitMoment(form, spoken, offset);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** "18:30 UTC", "6 pm UTC+2", "18:30+01:00". `offset`: how far clocks there are ahead of UTC, in milliseconds, if the text says it. */
function withoutOffset(text: string): { readonly wall: string; readonly offset?: number } {
  const match =
    /^(.*?(?:\d|[ap]\.?m\.?))\s*(?:(?:utc|gmt|z)\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?|(?<=:\d{2}\s*)([+-])(\d{2}):?(\d{2}))$/isu.exec(
      text,
    );
  if (match === null) return { wall: text };
  const [, wall = text, sign = match[5] ?? '+', hours = match[6] ?? '0', minutes = match[7] ?? '00'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return { wall: text };
  return { wall, offset: (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes)) };
}

function formsOf(text: string, locale: string): ReadonlySet<string> {
  const plain = tonguesOf(locale).map(({ words }) => withoutPolite(bare(text), words));
  return new Set([text, ...plain]);
}

function splitMoment(text: string, spoken: Spoken, offset?: number): MomentReading | undefined {
  for (let cut = 1; cut < text.length; cut += 1) {
    // never cut inside a number
    if (/\p{Nd}$/u.test(text.slice(0, cut)) && /^\p{Nd}/u.test(text.slice(cut))) continue;
    const [first, second] = [text.slice(0, cut), text.slice(cut).replace(/^T(?=\d)/, '')];
    const reading = momentOf(first, second, spoken, offset) ?? momentOf(second, first, spoken, offset);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

function momentOf(day: string, time: string, spoken: Spoken, offset?: number): MomentReading | undefined {
  // four digits next to a day are its year, not a time
  const clock = /^\s*\d{4}\s*$/.test(time) ? undefined : clockOn(day, time, spoken.locale);
  if (clock === undefined) return undefined;
  const reading = readDay(day, spoken);
  if (reading?.status !== 'read') return reading;
  const at =
    offset === undefined
      ? instantOf(reading.day, clock, spoken.timeZone)
      : new Date(Date.parse(`${reading.day}T${clock}:00Z`) - offset);
  return { status: 'read', at };
}

/** The time on that day. After "tonight" it is an hour of the evening. */
function clockOn(day: string, time: string, locale: string): ClockTime | undefined {
  const said = bare(day);
  const evening = tonguesOf(locale).find(({ words }) => words.tonight.includes(said));
  if (evening === undefined) return readTime(time, locale);
  const { pm } = evening.words;
  const clock = readTime(`${bare(time)} ${pm[0] ?? ''}`, locale) ?? readTime(time, locale);
  // people disagree on whether midnight tonight is today or tomorrow
  return clock === undefined || clock < '13:00' ? undefined : clock;
}
