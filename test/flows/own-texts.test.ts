import type { Texts } from 'latchkey';
import { describe, expect, it } from 'vitest';
import { type OwnTexts, textsByLocale } from '../../src/flows/own-texts.ts';
import type { LogEvent } from '../../src/logger.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { consoleTexts } from '../../src/web/console/texts/tables.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';

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

  it.each([
    ['a promise', async () => ({ sayCancel: 'stop' })],
    ['a list', () => [{ sayCancel: 'stop' }]],
    ['a sentence', () => 'stop'],
  ])('are the library’s where the function gives %s, and the log says so', (_what, own) => {
    log.length = 0;
    expect(textsWith(own as never)('de').sayCancel).toBe('abbrechen');
    expect(log).toEqual([{ event: 'own_code_failed', code: 'texts', error: 'TypeError' }]);
  });

  it('are the library’s where an entry has no name of a text, and the log says which', () => {
    log.length = 0;
    const texts = textsWith({ sayCancle: 'stop', constructor: 'x' } as never)('de');
    expect(Object.keys(texts)).toEqual(Object.keys(chatTexts.de));
    expect(log).toMatchObject([{ code: 'text sayCancle' }, { code: 'text constructor' }]);
  });

  it('are the library’s where the function throws', () => {
    const texts = textsWith(() => {
      throw new RangeError('the secret is sk_live_4242424242424242');
    });
    expect(texts('de').sayCancel).toBe('abbrechen');
    expect(log.at(-1)).toEqual({ event: 'own_code_failed', code: 'texts', error: 'RangeError' });
  });
});

describe('lists and tables of texts', () => {
  const hear = (event: LogEvent) => void log.push(event);

  it.each([{}, ['one', undefined], 'one'])('a list that is %j is the library’s', (list) => {
    log.length = 0;
    const named = { integrationName: 'Jira', botName: 'Bot' };
    const texts = textsByLocale(pageTexts, { returnedSteps: () => list } as never, hear)();
    expect(texts.returnedSteps(named)).toEqual(pageTexts.en.returnedSteps(named));
    expect(log).toMatchObject([{ code: 'text returnedSteps' }]);
    const console = textsByLocale(consoleTexts, { rotateSteps: list } as never, hear)();
    expect(console.rotateSteps).toEqual(consoleTexts.en.rotateSteps);
  });

  it('a table in part is completed by the library’s', () => {
    log.length = 0;
    const texts = textsByLocale(consoleTexts, { connectionState: { active: 'Läuft' } } as never, hear)();
    expect(texts.connectionState).toEqual({ ...consoleTexts.en.connectionState, active: 'Läuft' });
    expect(log).toEqual([]);
  });

  it('what a function gives must have all texts, and may leave out a switch', () => {
    log.length = 0;
    const named = { integrationName: 'Jira', botName: 'Bot', ref: undefined };
    const short = textsByLocale(pageTexts, { ended: () => ({ title: 'Over', text: 'Bye' }) }, hear)();
    expect(short.ended('expired', named)).toEqual({ title: 'Over', text: 'Bye' });
    expect(log).toEqual([]);
    const half = textsByLocale(pageTexts, { ended: () => ({ title: 'Over' }) } as never, hear)();
    expect(half.ended('expired', named)).toEqual(pageTexts.en.ended('expired', named));
    expect(log).toMatchObject([{ code: 'text ended' }]);
  });
});
