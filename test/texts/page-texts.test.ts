import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { PAGE_SAMPLES } from './page-samples.ts';
import { sentencesOf } from './samples.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const english = sentencesOf(pageTexts.en, PAGE_SAMPLES);

/** What is the same in English: names, and words that the language has from there. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  all: ['brand 0', 'channel 0', 'channel 1', 'channel 2', 'channel 3', 'channel 4', 'channel 5'],
  de: ['dir', 'formOptional', 'inChannel 0', 'siteLabel'],
  fr: ['channel 7', 'dir', 'minutes 0', 'minutes 1', 'minutes 2', 'siteLabel'],
  es: ['dir', 'errorPrefix'],
  'pt-BR': ['channel 7', 'dir', 'siteLabel'],
  ja: ['dir'],
};

describe.each(LANGUAGES)('what pages say in %s', (language) => {
  const said = sentencesOf(pageTexts[language], PAGE_SAMPLES);

  it('says which language it is, and its direction', () => {
    expect(pageTexts[language].lang).toBe(language);
    expect(pageTexts[language].dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });

  it('names words that are heard in the chat', () => {
    const { sayRetry, sayNewLink } = chatTexts[language];
    for (const [at, { name, text }] of said.entries()) {
      if (english[at]?.text.includes('"retry"')) expect(text, name).toContain(sayRetry);
      if (english[at]?.text.includes('"new link"')) expect(text, name).toContain(sayNewLink);
    }
  });

  it('says “undefined” nowhere, and nothing twice in a row', () => {
    for (const { name, text } of said) expect(text, name).not.toMatch(/undefined|NaN|\[object| {2}|\.\./);
  });

  it('uses what it is told', () => {
    expect(said.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
    for (const [at, { name, text }] of said.entries()) {
      const ours = new Set(text.match(/\{\w+\}/g));
      const theirs = new Set(english[at]?.text.match(/\{\w+\}/g));
      expect(ours, name).toEqual(theirs);
    }
  });
});

describe.each(OTHERS)('what pages say in %s', (language) => {
  it('is left in English nowhere by mistake', () => {
    const ours = sentencesOf(pageTexts[language], PAGE_SAMPLES);
    const same = ours.filter(({ text }, at) => text === english[at]?.text).map(({ name }) => name);
    expect(same.toSorted()).toEqual([...(SAME.all ?? []), ...(SAME[language] ?? [])].toSorted());
  });
});
