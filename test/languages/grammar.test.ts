import { expect, it } from 'vitest';
import { grammarOf } from '../../src/languages/grammar.ts';

it('chooses the form of a number, and writes numbers, lists, days and times as the language does', () => {
  const english = grammarOf('en', 'en-GB');
  const german = grammarOf('de');
  expect([1, 2].map((count) => english.plural(count, { one: '# try', other: '# tries' }))).toEqual([
    '1 try',
    '2 tries',
  ]);
  expect(german.number(1234.5)).toBe('1.234,5');
  expect(german.and(['a', 'b', 'c'])).toBe('a, b und c');
  expect(english.or(['a', 'b'])).toBe('a or b');
  expect(english.date(Date.UTC(2026, 10, 21))).toBe('21 November 2026');
  expect(german.date(Date.UTC(2026, 10, 21))).toBe('21. November 2026');
  expect(german.minutes(1)).toBe('1 Minute');
  expect([0, 1, 89, 90, 600].map(english.duration)).toEqual([
    '1 second',
    '1 second',
    '89 seconds',
    '2 minutes',
    '10 minutes',
  ]);
});
