import { calendarNames, indexNamed } from './calendar-names.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { bare } from './fold.ts';
import type { Tongue } from './languages/languages.ts';
import type { DayReading } from './read-day.ts';
import { relativeFormats } from './relative-formats.ts';
import { withoutWords } from './without-words.ts';

/**
 * "Friday" is the next one; "Friday next week" is in the next week, which begins on Monday. Unclear: "next Friday" while this week's
 * is still to come, and "Friday" on a Friday.
 */
export function readWeekday(text: string, tongue: Tongue, today: Day): DayReading | undefined {
  const { words, locale } = tongue;
  const { auto: weeks } = relativeFormats(locale);
  const inWeek = (count: number): string =>
    withoutWords(text, [bare(weeks.format(count, 'week')), ...(count === 1 ? words.nextWeek : [])], words);
  const rest = [inWeek(1), inWeek(0), text].find((one, index) => one !== text || index === 2) ?? text;
  const isNextWeek = inWeek(1) !== text;
  const isThisWeek = !isNextWeek && inWeek(0) !== text;
  const withoutNext = withoutWords(rest, words.next, words);
  const name = withoutWords(withoutNext, words.fillers, words);
  const weekday = indexNamed(calendarNames(locale).weekdays, name, words.isSpaced ? 3 : 2);
  if (weekday === undefined) return undefined;
  const sinceMonday = (one: number): number => (one + 6) % 7;
  const inThisWeek = addDays(today, sinceMonday(weekday) - sinceMonday(weekdayOf(today)));
  if (isNextWeek) return { status: 'read', day: addDays(inThisWeek, 7) };
  if (isThisWeek) return { status: 'read', day: inThisWeek };
  const soon = inThisWeek > today ? inThisWeek : addDays(inThisWeek, 7);
  if (withoutNext !== rest && soon === inThisWeek) return { status: 'unclear', days: [soon, addDays(soon, 7)] };
  if (withoutNext === rest && inThisWeek === today) return { status: 'unclear', days: [today, soon] };
  return { status: 'read', day: soon };
}
