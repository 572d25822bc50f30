import { calendarNames, indexNamed } from './calendar-names.ts';
import { type Day, isoDay, weekdayOf } from './day.ts';
import type { Tongue } from './languages/languages.ts';
import type { DayReading } from './read-day.ts';
import { withoutWords } from './without-words.ts';
import { yearMeant, yearOfNext } from './year-meant.ts';

/** "3 March", "March 3rd, 2027", "Thursday, 4. März", "4 de marzo de 2027", 3月4日 */
export function readWrittenDay(text: string, tongue: Tongue, today: Day): DayReading | undefined {
  const { locale, words } = tongue;
  const names = calendarNames(locale);
  const parts = partsOf(withoutWords(text.replace(/[,.،]/g, ' ').replace(/\s+/g, ' ').trim(), words.fillers, words));
  const months = [names.months, words.monthsLike === undefined ? [] : calendarNames(words.monthsLike).months];
  const found = { month: 0, day: 0, year: '', weekday: -1 };
  for (const part of parts) {
    const number = /^(\d{1,2})(?:st|nd|rd|th|er|e|o|a|日)?$/.exec(part)?.[1];
    if (/^\d{4}年?$/.test(part) && found.year === '') found.year = part.slice(0, 4);
    else if (number !== undefined && found.day === 0) found.day = Number(number);
    else if (number === part && number.length === 2 && found.year === '') found.year = number;
    else {
      const month = found.month === 0 ? monthNamed(months, part) : undefined;
      const weekday = month === undefined ? indexNamed(names.weekdays, part, 2) : undefined;
      if (month !== undefined) found.month = month;
      else if (weekday !== undefined && found.weekday === -1) found.weekday = weekday;
      else return undefined;
    }
  }
  if (found.month === 0 || found.day === 0) return undefined;
  const year = found.year === '' ? yearOfNext(found.month, found.day, today) : yearMeant(found.year, today);
  const day = isoDay(year, found.month, found.day);
  if (day === undefined || (found.weekday !== -1 && weekdayOf(day) !== found.weekday)) return undefined;
  return { status: 'read', day };
}

/** Also splits 2027年3月4日木曜日, which has no spaces. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(/(\d+[年月日])/g, ' $1 ')
    .split(' ')
    .filter((part) => part !== '');
}

/** 1 to 12. */
function monthNamed(calendars: readonly (readonly (readonly string[])[])[], part: string): number | undefined {
  const number = Number(/^(\d{1,2})月$/.exec(part)?.[1]);
  if (number >= 1 && number <= 12) return number;
  for (const months of calendars) {
    const index = indexNamed(months, part, 3);
    if (index !== undefined) return index + 1;
  }
  return undefined;
}
