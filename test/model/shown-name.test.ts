import { describe, expect, it } from 'vitest';
import { isolatedName, shownName } from '../../src/model/shown-name.ts';

describe('a name from a channel or a product', () => {
  it.each([
    ['Bob Jones', 'Bob Jones'],
    ['  Bob \n\t Jones\u0000 ', 'Bob Jones'],
    ['José Müller', 'José Müller'],
    ['अनुष्का', 'अनुष्का'],
    ['👩‍👩‍👧 Ann', '👩‍👩‍👧 Ann'],
    ['a\u202egro.live\u202c', 'agro.live'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
  ])('is shown on one line, without what nobody sees: %j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  it('is cut by what people see as one character, never in the middle of it', () => {
    const family = '👩‍👩‍👧';
    expect(shownName(family.repeat(80))).toBe(family.repeat(80));
    expect(shownName(family.repeat(81))).toBe(`${family.repeat(79)}…`);
    expect(shownName('x'.repeat(1_000_000))).toBe(`${'x'.repeat(79)}…`);
  });

  it('carries few marks on each letter, and no half of a pair', () => {
    const zalgo = `Z${'\u0300'.repeat(500)}o`;
    expect(shownName(zalgo)).toBe(`Z${'\u0300'.repeat(4)}o`.normalize('NFD'));
    expect(shownName('a\ud83db')).toBe('ab');
  });

  it('stands between isolates where it could move what is around it', () => {
    expect(isolatedName('דני')).toBe('\u2068דני\u2069');
    expect(isolatedName('\u2069\u202eevil')).toBe('evil');
    expect(isolatedName('bob@corp.example')).toBe('bob@corp.example');
    expect(isolatedName('(Acme)')).toBe('\u2068(Acme)\u2069');
    expect(isolatedName('')).toBe('');
  });
});
