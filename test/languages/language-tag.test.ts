import { describe, expect, it } from 'vitest';
import { LANGUAGES, nearestLanguage } from '../../src/languages/language-tag.ts';

describe('the language that is spoken to somebody', () => {
  it.each(LANGUAGES)('is %s where it is the locale’s own', (language) => {
    expect(nearestLanguage(language)).toBe(language);
    expect(nearestLanguage(language.toUpperCase())).toBe(language);
  });

  it.each([
    ['de-AT', 'de'],
    ['de_DE', 'de'],
    ['en-GB', 'en'],
    ['it', 'en'],
    ['den', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['not a locale', 'en'],
  ])('is for %s the nearest: %s', (locale, language) => {
    expect(nearestLanguage(locale)).toBe(language);
  });
});
