import type { Texts } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { type OwnTexts, textsByLocale } from '../../src/flows/own-texts.ts';
import type { LogEvent } from '../../src/logger.ts';
import { chatTexts } from '../../src/texts/tables.ts';

const log: LogEvent[] = [];
const textsWith = (own?: OwnTexts<Texts>) => textsByLocale(chatTexts, own, (event) => void log.push(event));

describe('the words for a locale', () => {
  it('are those of the nearest language, and English without one', () => {
    const texts = textsWith();
    expect(texts('de-AT').sayCancel).toBe('abbrechen');
    expect(texts('xx').sayCancel).toBe('cancel');
    expect(texts().sayCancel).toBe('cancel');
  });

  it('are made once', () => {
    const texts = textsWith({ restarting: 'Aus.' });
    expect(texts('de')).toBe(texts('de'));
  });

  it('have an entry of the bot’s own in every language', () => {
    const texts = textsWith({ restarting: 'Brb.' });
    expect([texts('de').restarting, texts('en').restarting]).toEqual(['Brb.', 'Brb.']);
    expect(texts('de').sayCancel).toBe('abbrechen');
  });

  it('have an entry for one language in that one, before one for all', () => {
    const texts = textsWith({ restarting: 'Brb.', de: { restarting: 'Bin gleich da.' } });
    expect([texts('de-CH').restarting, texts('en').restarting]).toEqual(['Bin gleich da.', 'Brb.']);
  });

  it('have the entries that a function gives for a locale, also of a language that is not ours', () => {
    const texts = textsWith((locale) => (locale.startsWith('it') ? { sayCancel: 'annulla' } : undefined));
    expect(texts('it-IT').sayCancel).toBe('annulla');
    expect(texts('de').sayCancel).toBe('abbrechen');
  });

  it('are the library’s where the function throws', () => {
    const texts = textsWith(() => {
      throw new RangeError('the secret is sk_live_4242424242424242');
    });
    expect(texts('de').sayCancel).toBe('abbrechen');
    expect(log.at(-1)).toEqual({ event: 'own_code_failed', code: 'texts', error: 'RangeError' });
  });
});
