import { wordsIn } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { CHAT_SAMPLES } from './chat-samples.ts';
import { sentencesOf } from './samples.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const english = sentencesOf(chatTexts.en, CHAT_SAMPLES);

/** What is the same in English: nothing but signs, or a word that the language has from there. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  all: ['askInput 0', 'formProgress 0'],
  de: ['dir', 'askInput 1', 'answerButton'],
  fr: ['dir', 'askInput 1', 'answerButton'],
  es: ['dir', 'askInput 1', 'sayNo'],
  'pt-BR': ['dir', 'askInput 1', 'answerButton'],
  ja: ['dir', 'answerButton'],
  ar: ['askInput 1'],
};

describe.each(LANGUAGES)('what the bot says in %s', (language) => {
  const texts = chatTexts[language];
  const words = wordsIn(language);
  const said = sentencesOf(texts, CHAT_SAMPLES);

  it('offers words that are heard', () => {
    expect(words.again.test(texts.sayNewLink)).toBe(true);
    expect(words.again.test(texts.sayStartOver)).toBe(true);
    expect(words.again.test(texts.sayRetry)).toBe(true);
    expect(words.cancel.test(texts.sayCancel)).toBe(true);
    expect(words.cancelAlone.test(texts.sayCancel)).toBe(true);
    expect(words.skip.test(texts.skip)).toBe(true);
    expect(words.yes.test(texts.sayYes)).toBe(true);
    expect(words.cancel.test(texts.sayNo)).toBe(true);
    const named = 'jira jane@acme.example';
    expect(words.disconnect.exec(texts.sayDisconnect(named))?.[1]).toBe(named);
    expect(words.connect.exec(texts.sayReconnect(named))?.[1]).toBe(named);
    expect(words.use.exec(texts.sayUse(named))?.[1]).toBe(named);
  });

  it('names nothing to say that is not heard', () => {
    for (const { name, text } of said) {
      for (const [, phrase = ''] of text.replace(/\*\*.+?\*\*/g, '').matchAll(/\*([^*]+)\*/g)) {
        const isHeard = phrase === texts.formSend || Object.values(words).some((word) => word.test(phrase));
        expect(isHeard, `${name}: ${phrase}`).toBe(true);
      }
    }
    for (const text of [texts.formReview([]), texts.formChange]) expect(text).toContain(`*${texts.formSend}*`);
    expect(texts.formChange).toContain(`*${texts.sayCancel}*`);
  });

  it('says “undefined” nowhere, and nothing twice in a row', () => {
    for (const { name, text } of said) {
      expect(text, name).not.toMatch(/undefined|NaN|\[object| {2}|\.\./);
      expect(text.trim(), name).toBe(text);
    }
  });

  it('uses what it is told', () => {
    for (const [at, { name, text }] of said.entries()) {
      const ours = text.match(/\{\w+\}/g)?.toSorted() ?? [];
      const theirs = english[at]?.text.match(/\{\w+\}/g)?.toSorted() ?? [];
      expect(new Set(ours), name).toEqual(new Set(theirs));
    }
  });
});

describe.each(OTHERS)('what the bot says in %s', (language) => {
  it('is left in English nowhere by mistake', () => {
    const ours = sentencesOf(chatTexts[language], CHAT_SAMPLES);
    const same = ours.filter(({ text }, at) => text === english[at]?.text).map(({ name }) => name);
    expect(same.toSorted()).toEqual([...(SAME.all ?? []), ...(SAME[language] ?? [])].toSorted());
  });
});
