import { calendarNames, indexNamed } from './calendar-names.ts';
import { type Day, isoDay, weekdayOf } from './day.ts';
import type { Tongue } from './languages/languages.ts';
import type { DayReading } from './read-day.ts';
import { readNumericDay } from './read-numeric-day.ts';

/** "the 5th", "le 3", "am 3.": the next such day. "Do, 4.3.2027": only if the weekday is right. */
export function readNumberedDay(text: string, tongue: Tongue, locale: string, today: Day): DayReading | undefined {
  const { words } = tongue;
  const onThe = words.onThe.toSorted((a, b) => b.length - a.length).find((one) => text.startsWith(`${one} `));
  const number = onThe === undefined ? text : text.slice(onThe.length + 1);
  const match = (onThe === undefined ? /^(\d{1,2})(?:st|nd|rd|th|日)$/ : /^(\d{1,2})(?:st|nd|rd|th|[.ºª]|er|o)?$/).exec(
    number,
  );
  if (match !== null) return nextDay(Number(match[1]), today);
  const named = /^([^\d\s,]+)[.,]?\s+(\d.*)$/.exec(text);
  const weekday = named === null ? undefined : indexNamed(calendarNames(tongue.locale).weekdays, named[1] ?? '', 2);
  const reading = weekday === undefined ? undefined : readNumericDay(named?.[2] ?? '', locale, today);
  return reading?.status === 'read' && weekdayOf(reading.day) === weekday ? reading : undefined;
}

function nextDay(day: number, today: Day): DayReading | undefined {
  const [year = 0, month = 1] = today.split('-').map(Number);
  for (let at = month - 1; at < month + 11; at += 1) {
    const found = isoDay(year + Math.floor(at / 12), (at % 12) + 1, day);
    if (found !== undefined && found >= today) return { status: 'read', day: found };
  }
  return undefined;
}
