import { expect, it } from 'vitest';
import { acceptedLocale } from '../../src/web/accepted-locale.ts';

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
  ['it-IT,it;q=0.9,fr;q=0.8,en;q=0.7', 'fr'],
  ['en;q=0.5, ar;q=0.9', 'ar'],
  ['pt', 'pt'],
  ['de;q=0, ja', 'ja'],
  ['it', undefined],
  ['*', undefined],
  ['', undefined],
  [undefined, undefined],
  [';;q=,,', undefined],
])('of %s it is %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});

it('reads a header of any length at once', () => {
  expect(acceptedLocale(`${'x,'.repeat(100_000)}de`)).toBeUndefined();
});
