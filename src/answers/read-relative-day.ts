import { asciiDigits } from './ascii-digits.ts';
import { addDays, type Day, isoDay } from './day.ts';
import { bare } from './fold.ts';
import type { Tongue } from './languages/languages.ts';
import type { DayReading } from './read-day.ts';
import { relativeFormats } from './relative-formats.ts';
import { replaceWords } from './without-words.ts';

const UNITS = ['day', 'week', 'month', 'year'] as const;

/** "today", "the day after tomorrow", "in 3 days", "2 weeks ago", in the words of the locale. */
export function readRelativeDay(text: string, { locale, words }: Tongue, today: Day): DayReading | undefined {
  const known = Object.hasOwn(words.days, text) ? words.days[text] : undefined;
  if (known !== undefined) return { status: 'read', day: addDays(today, known) };
  const ones = Object.fromEntries(words.one.map((one) => [one, '1']));
  const counted = replaceWords(text, ones, words);
  return (
    inWords(text, locale, today) ??
    inWords(counted, locale, today) ??
    inWords(replaceWords(counted, words.sameAs, words), locale, today)
  );
}

function inWords(text: string, locale: string, today: Day): DayReading | undefined {
  const number = /\d{1,3}/.exec(text)?.[0];
  const counts = number === undefined ? [-2, -1, 0, 1, 2, 3] : [Number(number), -Number(number)];
  const compact = withoutSpaces(text);
  for (const numeric of ['auto', 'always'] as const) {
    const format = relativeFormats(locale)[numeric];
    // "next week" is not a day, but خلال أسبوعين ("in two weeks") is
    const units = number === undefined && numeric === 'auto' ? (['day'] as const) : UNITS;
    for (const unit of units) {
      const count = counts.find((one) => withoutSpaces(bare(asciiDigits(format.format(one, unit)))) === compact);
      if (count !== undefined) return { status: 'read', day: moved(today, count, unit) };
    }
  }
  return undefined;
}

/** One month after 31 January is 28 or 29 February. */
function moved(today: Day, count: number, unit: (typeof UNITS)[number]): Day {
  if (unit === 'day') return addDays(today, count);
  if (unit === 'week') return addDays(today, 7 * count);
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const months = year * 12 + month - 1 + (unit === 'month' ? count : 12 * count);
  const inMonth = (wanted: number) => isoDay(Math.floor(months / 12), (months % 12) + 1, wanted);
  return inMonth(day) ?? inMonth(30) ?? inMonth(29) ?? inMonth(28) ?? today;
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s-]/g, '');
}
