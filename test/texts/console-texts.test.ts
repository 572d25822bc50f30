import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { consoleTexts } from '../../src/web/console/texts/tables.ts';
import { CONSOLE_SAMPLES } from './console-samples.ts';
import { groupedSentencesOf } from './samples.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const english = groupedSentencesOf(consoleTexts.en, CONSOLE_SAMPLES);

/** What is the same in English: names, codes, and words that the language has from there. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  all: ['kind.oauth2', 'pkce', 'tokenFormatOptions.json'],
  de: [
    'actionOn 0',
    'columnBrowser',
    'columnIntegration',
    'dir',
    'filterIntegration',
    'kind.basic',
    'nameLabel',
    'newProfileIntegration',
    'optional',
    'ownerUser 0',
    'placementInOptions.body',
    'placementInOptions.header',
    'profileName',
    'profileProblem 0',
    'scope',
    'testBody',
    'testStatus',
    'usedBy 1',
  ],
  fr: [
    'actionOn 0',
    'columnActions',
    'dir',
    'kind.basic',
    'navLabel',
    'profileDescription',
    'profileProblem 0',
    'scope',
    'usedBy 1',
  ],
  es: ['actionOn 0', 'dir', 'errorPrefix', 'fieldMandatoryOptions.no', 'kind.basic', 'profileProblem 0', 'usedBy 1'],
  'pt-BR': ['actionOn 0', 'dir', 'kind.basic', 'profileProblem 0', 'usedBy 1'],
  ja: ['dir'],
  ar: ['actionOn 0', 'profileProblem 0'],
};

describe.each(LANGUAGES)('what the console says in %s', (language) => {
  const said = groupedSentencesOf(consoleTexts[language], CONSOLE_SAMPLES);

  it('says which language it is, and its direction', () => {
    expect(consoleTexts[language].lang).toBe(language);
    expect(consoleTexts[language].dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });

  it('has every sentence, and no other', () => {
    expect(said.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
  });

  it('uses what it is told, and keeps what must be typed or is a name elsewhere', () => {
    for (const [at, { name, text }] of said.entries()) {
      for (const kept of [
        /\{+\w+\}+/g,
        /LATCHKEY_KEYS|createAuthorizer|channel\/tenant\/user|msteams\/|telegram\/\/|RFC 7009/g,
      ]) {
        expect(new Set(text.match(kept)), `${name}: ${text}`).toEqual(new Set(english[at]?.text.match(kept)));
      }
    }
  });

  it('says “undefined” nowhere, and nothing twice in a row', () => {
    for (const { name, text } of said) {
      expect(text, name).not.toMatch(/undefined|NaN|\[object| {2}|\.\./);
      if (language !== 'en') expect(text, name).not.toContain('this bot');
      // only what is put behind another word begins with a space
      if (!/^(?:actionOn|stopAuthorizationOf|errorPrefix)/.test(name)) expect(text.trim(), name).toBe(text);
    }
  });
});

describe.each(OTHERS)('what the console says in %s', (language) => {
  it('is left in English nowhere by mistake', () => {
    const ours = groupedSentencesOf(consoleTexts[language], CONSOLE_SAMPLES);
    const same = ours.filter(({ text }, at) => text === english[at]?.text).map(({ name }) => name);
    expect(same.toSorted()).toEqual([...(SAME.all ?? []), ...(SAME[language] ?? [])].toSorted());
  });
});
