import { kept } from '../languages/kept.ts';
import { bare } from './fold.ts';

/** Months and weekdays as a locale writes them, in the form of `bare`. */
export interface CalendarNames {
  /** Names of each month, January first. */
  readonly months: readonly (readonly string[])[];
  /** Names of each weekday, Sunday first. */
  readonly weekdays: readonly (readonly string[])[];
  /** In which order day, month and year are written. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** What separates them: `/`, `.`, `-`. */
  readonly separator: string;
}

export const calendarNames = kept((locale): CalendarNames => {
  const gregorian = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;
  const names = (part: 'month' | 'weekday', dates: readonly Date[]): readonly (readonly string[])[] =>
    dates.map((date) => [
      ...new Set(
        (['long', 'short'] as const).flatMap((width) =>
          // a name inside a date may differ from the name by itself
          ([undefined, 'numeric'] as const).flatMap((day) =>
            new Intl.DateTimeFormat(locale, { ...gregorian, [part]: width, ...(day && { day }) })
              .formatToParts(date)
              .filter(({ type }) => type === part)
              .map(({ value }) => bare(value)),
          ),
        ),
      ),
    ]);
  const written = new Intl.DateTimeFormat(locale, { ...gregorian, year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(Date.UTC(2027, 10, 22))
    .map(({ type, value }) => ({ type, value: value.replace(/[\p{Cf}\s]/gu, '') }));
  const order = written
    .map(({ type }) => type[0])
    .filter((letter) => letter === 'd' || letter === 'm' || letter === 'y')
    .join('');
  return {
    months: names(
      'month',
      Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2027, month, 15))),
    ),
    // 3 January 2027 is a Sunday
    weekdays: names(
      'weekday',
      Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2027, 0, 3 + day))),
    ),
    order: order === 'mdy' || order === 'ymd' ? order : 'dmy',
    separator: written.find(({ type, value }) => type === 'literal' && value !== '')?.value ?? '/',
  };
});

/** The index of this name. From `shortest` characters on, the only name that begins with it counts too. */
export function indexNamed(names: readonly (readonly string[])[], said: string, shortest: number): number | undefined {
  const same = names.findIndex((one) => one.includes(said));
  if (same !== -1) return same;
  if (said.length < shortest) return undefined;
  const begun = names.flatMap((one, index) => (one.some((name) => name.startsWith(said)) ? [index] : []));
  return begun.length === 1 ? begun[0] : undefined;
}
