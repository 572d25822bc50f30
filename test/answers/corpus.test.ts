import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tonguesOf } from '../../src/answers/languages/languages.ts';
import { readChoices } from '../../src/answers/read-choices.ts';
import { readDay } from '../../src/answers/read-day.ts';
import { readMoment } from '../../src/answers/read-moment.ts';
import { readNumber } from '../../src/answers/read-number.ts';
import { readTime } from '../../src/answers/read-time.ts';
import { readYesNo } from '../../src/answers/read-yes-no.ts';
import { cpuTime } from '../cpu-time.ts';

/** What people say, by locale, and what it means; `null` where it is refused. It is said on a Wednesday in Vienna. */
const corpus = z.object({
  locale: z.string(),
  numbers: z.record(z.string(), z.number().nullable()),
  /** Several days where people mean different ones. */
  days: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  times: z.record(z.string(), z.string().nullable()),
  moments: z.record(z.string(), z.string().nullable()),
  yesNo: z.record(z.string(), z.boolean().nullable()),
  choices: z.array(
    z.object({
      choices: z.array(z.string()),
      said: z.array(
        z.object({ text: z.string(), means: z.array(z.string()).nullable(), exact: z.boolean().default(true) }),
      ),
    }),
  ),
});

const now = Date.UTC(2026, 10, 25, 10);
const folder = join(import.meta.dirname, 'corpus');
const locales = readdirSync(folder).map((file) => corpus.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));

describe.each(locales)('what people say in $locale', ({ locale, numbers, days, times, moments, yesNo, choices }) => {
  const spoken = { locale, timeZone: 'Europe/Vienna', now };

  it('is read as a number, or refused', () => {
    for (const [said, number] of Object.entries(numbers)) {
      expect(readNumber(said, locale), said).toBe(number ?? undefined);
    }
  });

  it('is read as a day, as one of several, or refused', () => {
    for (const [said, day] of Object.entries(days)) {
      const reading = readDay(said, spoken);
      const read = reading?.status === 'read' ? reading.day : reading?.days;
      expect(read, said).toEqual(day ?? undefined);
    }
  });

  it('is read as a time, or refused', () => {
    for (const [said, time] of Object.entries(times)) expect(readTime(said, locale), said).toBe(time ?? undefined);
  });

  it('is read as a moment in the time zone of the person, or refused', () => {
    for (const [said, moment] of Object.entries(moments)) {
      const reading = readMoment(said, spoken);
      expect(reading?.status === 'read' ? reading.at.toISOString() : reading, said).toBe(moment ?? undefined);
    }
  });

  it('is read as yes or no, or refused', () => {
    for (const [said, isYes] of Object.entries(yesNo)) expect(readYesNo(said, locale), said).toBe(isYes ?? undefined);
  });

  it('is read as choices, or refused', () => {
    for (const { choices: offered, said } of choices) {
      for (const { text, means, exact } of said) {
        const reading = readChoices(text, offered, locale);
        const read = reading && { means: reading.indexes.map((index) => offered[index]), exact: reading.exact };
        expect(read, text).toEqual(means === null ? undefined : { means, exact });
      }
    }
  });
});

it('means by two digits the year that is less than fifty years away, in every century', () => {
  const yearOf = (said: string, year: number) => {
    const reading = readDay(said, { locale: 'en', timeZone: 'UTC', now: Date.UTC(year, 5, 1) });
    return reading?.status === 'read' ? reading.day.slice(0, 4) : undefined;
  };
  expect([yearOf('1/2/75', 2026), yearOf('1/2/80', 2026)]).toEqual(['2075', '1980']);
  expect([yearOf('1/2/05', 2060), yearOf('1/2/15', 2060)]).toEqual(['2105', '2015']);
});

it('has the seven languages', () => {
  const languages = new Set(locales.map(({ locale }) => new Intl.Locale(locale).language));
  expect([...languages].toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt']);
  for (const { locale } of locales) {
    const [own] = tonguesOf(locale);
    expect(own?.locale).toBe(locale);
  }
});

it('is taken apart in little time, however it was made up', () => {
  const spoken = { locale: 'de', timeZone: 'Europe/Vienna', now };
  const took = cpuTime(() => {
    readChoices(`${Array(39).fill('a').join(', ')}, x`, ['a', 'a, a', 'a, a, a'], 'en');
    readMoment(`${'18 Uhr und '.repeat(7)}18`, spoken);
    readNumber('1 '.repeat(20_000), 'en');
    readDay('x '.repeat(20_000), spoken);
    readTime('18:'.repeat(20_000), 'en');
  });
  // without an end it would take hours
  expect(took).toBeLessThan(2_000);
});
