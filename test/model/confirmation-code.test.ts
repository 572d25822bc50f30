import { describe, expect, it } from 'vitest';
import { confirmationCode, findConfirmationCode, readConfirmationCode } from '../../src/model/confirmation-code.ts';

describe('a confirmation code', () => {
  it.each([
    'BCDF-GHJK',
    'bcdf-ghjk',
    'BcDfGhJk',
    'BCDF GHJK',
    '  BCDF-GHJK \n',
    'BCDF\u2011GHJK',
    'BCDF\u2010GHJK',
    'BCDF–GHJK',
    'BCDF—GHJK',
    'BCDF\u2212GHJK',
    'BCDF\u00a0GHJK',
    'BCDF-\u200bGHJK',
    '\u2068BCDF-GHJK\u2069',
    '\u202bBCDF-GHJK\u202c',
    'BCDF-\ufe0fGHJK\u061c',
    'ＢＣＤＦ－ＧＨＪＫ',
    'ｂｃｄｆ　ｇｈｊｋ',
    'BCDF-GHJK.',
    'BCDF-GHJK。',
    '<p>BCDF-GHJK</p>',
    '<p><strong>BCDF&nbsp;GHJK</strong></p>',
    '<at>Helpdesk Bot</at> BCDF-GHJK',
    '<p><at id="0">Helpdesk Bot</at>&nbsp;BCDF-GHJK</p>',
    '@Helpdesk Bot BCDF-GHJK',
    '@bot: BCDF-GHJK',
  ])('is read as it is typed or pasted: %j', (message) => {
    expect(readConfirmationCode(message)).toBe('BCDFGHJK');
    expect(findConfirmationCode(message)).toEqual({ code: 'BCDFGHJK', isWhole: true });
  });

  it.each(['', 'BCDF', 'BCDF-GHJKL', 'my code is BCDF-GHJK', 'BCDF-GHJK BCDF-GHJK', 'BEAT-KLTK', '"BCDF-GHJK"!'])(
    'is nothing else: %j',
    (message) => {
      expect(readConfirmationCode(message)).toBeUndefined();
    },
  );

  it('is found in a sentence, and not where there is none', () => {
    for (const said of ['my code is BCDF-GHJK', 'BCDF–GHJK, please', '"bcdfghjk"!', `${'so '.repeat(900)}BCDF-GHJK`]) {
      expect(findConfirmationCode(said)).toEqual({ code: 'BCDFGHJK', isWhole: false });
    }
    for (const said of ['create an issue', 'ABCDF-GHJK', '1BCDF-GHJK', 'x'.repeat(100_000)]) {
      expect(findConfirmationCode(said)).toBeUndefined();
    }
  });

  it('has eight letters, differs by browser and attempt, and is the same again', () => {
    expect(confirmationCode('a', 'x')).toBe(confirmationCode('a', 'x'));
    expect(new Set([confirmationCode('a', 'x'), confirmationCode('b', 'x'), confirmationCode('a', 'y')]).size).toBe(3);
    expect(confirmationCode('a', 'x')).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
  });
});
