import { kept } from '../languages/kept.ts';
import type { Spoken } from './spoken.ts';

/** A calendar day in ISO 8601: `2026-11-27`. */
export type Day = string;

/** Today, in the person's time zone. */
export function todayOf({ timeZone, now }: Pick<Spoken, 'timeZone' | 'now'>): Day {
  const parts = daysIn(timeZone).formatToParts(now);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return isoDay(of('year'), of('month'), of('day')) ?? new Date(now).toISOString().slice(0, 10);
}

const daysIn = kept(
  (timeZone) =>
    new Intl.DateTimeFormat('en', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }),
);

/** Undefined if there is no such day. `month`: 1 to 12. */
export function isoDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Sunday is 0. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day in the locale's words, which `readDay` understands. */
export function dayInWords(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
