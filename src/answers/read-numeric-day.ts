import { calendarNames } from './calendar-names.ts';
import { type Day, isoDay } from './day.ts';
import type { DayReading } from './read-day.ts';
import { yearMeant, yearOfNext } from './year-meant.ts';

/** `2027-03-04`, `3/4/2027`, `4.3.`, `4.3.27` */
export function readNumericDay(text: string, locale: string, today: Day): DayReading | undefined {
  const yearFirst = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return dayOf(isoDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])));
  const match = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2})?)?$/.exec(text);
  if (match === null) return undefined;
  const { order, separator } = calendarNames(locale);
  const [, first, mark, second, year] = match;
  // 3.4 is a number in locales that do not write dates like that
  if (year === undefined && mark !== '/' && mark !== separator) return undefined;
  return inOrder(Number(first), Number(second), year === undefined ? undefined : yearMeant(year, today), order, today);
}

function inOrder(
  first: number,
  second: number,
  year: number | undefined,
  order: 'dmy' | 'mdy' | 'ymd',
  today: Day,
): DayReading | undefined {
  const at = (month: number, day: number) => isoDay(year ?? yearOfNext(month, day, today), month, day);
  const monthFirst = at(first, second);
  const dayFirst = at(second, first);
  // if the locale puts the year first, it does not say whether the day or the month comes first in a date with the year last
  if (order === 'ymd' && year !== undefined && monthFirst !== undefined && dayFirst !== undefined && first !== second) {
    return { status: 'unclear', days: [monthFirst, dayFirst] };
  }
  return dayOf(order === 'dmy' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst));
}

function dayOf(day: Day | undefined): DayReading | undefined {
  return day === undefined ? undefined : { status: 'read', day };
}
