import { expect, it } from 'vitest';
import { grammarOf } from '../../src/languages/grammar.ts';
import { LANGUAGES, type LanguageTag } from '../../src/languages/language-tag.ts';

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

it('needs the forms of every language that whole numbers have in it', () => {
  const forms = (language: LanguageTag) => {
    const rules = new Intl.PluralRules(language);
    return [...new Set(Array.from({ length: 1_000 }, (_, count) => rules.select(count)))].toSorted();
  };
  expect(Object.fromEntries(LANGUAGES.map((language) => [language, forms(language)]))).toEqual({
    en: ['one', 'other'],
    de: ['one', 'other'],
    fr: ['one', 'other'],
    es: ['one', 'other'],
    'pt-BR': ['one', 'other'],
    ja: ['other'],
    ar: ['few', 'many', 'one', 'other', 'two', 'zero'],
  });
  const arabic = grammarOf('ar');
  const two = { one: 'كتاب', two: 'كتابان', few: '# كتب', many: '# كتابًا', other: '# كتاب' };
  expect([1, 2, 3, 11, 100].map((count) => arabic.plural(count, two))).toEqual([
    'كتاب',
    'كتابان',
    '3 كتب',
    '11 كتابًا',
    '100 كتاب',
  ]);
  // @ts-expect-error: Arabic has more forms than English
  expect(arabic.plural(2, { one: '#', other: '# #' })).toBe('2 2');
});
