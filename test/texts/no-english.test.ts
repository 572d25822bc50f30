import { describe, expect, it } from 'vitest';
import type { PlaygroundWords } from '../../playground/words/playground-words.ts';
import { playgroundWords } from '../../playground/words/words-for.ts';
import { saidIn } from '../../src/actions/sentences/said/say.ts';
import { sentencesIn } from '../../src/actions/sentences/translate.ts';
import { LANGUAGES, type LanguageTag } from '../../src/languages/language-tag.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { profileProblemsIn } from '../../src/web/console/texts/profile-problems/say-profile-problem.ts';
import { consoleTexts } from '../../src/web/console/texts/tables.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { CHAT_SAMPLES } from './chat-samples.ts';
import { CONSOLE_SAMPLES } from './console-samples.ts';
import { isEnglish } from './is-english.ts';
import { PAGE_SAMPLES } from './page-samples.ts';
import { groupedSentencesOf, type Said, sentencesOf } from './samples.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const all: Readonly<Record<string, (language: Exclude<LanguageTag, 'en'>) => readonly Said[]>> = {
  chat: (language) => sentencesOf(chatTexts[language], CHAT_SAMPLES),
  pages: (language) => sentencesOf(pageTexts[language], PAGE_SAMPLES),
  console: (language) => groupedSentencesOf(consoleTexts[language], CONSOLE_SAMPLES),
  'problems of profiles': (language) => named(profileProblemsIn[language]),
  actions: (language) => named(sentencesIn[language]),
  'what actions say': (language) => named(saidIn[language].words),
  playground: (language) => ownWords(playgroundWords[language]),
};

function named(table: Readonly<Record<string, string>>): readonly Said[] {
  return Object.entries(table).map(([name, text]) => ({ name, text }));
}

function ownWords(words: PlaygroundWords): readonly Said[] {
  const { welcome, canConnect, always, onlyConnect, notTaken, beSomebodyElse, openAs, openGroupAs, youAre } = words;
  const called = { welcome: welcome('{}'), canConnect: canConnect(40, ['{}']), always: always('{}') };
  const others = { onlyConnect: onlyConnect('{}'), notTaken: notTaken(500), youAre: youAre('{}') };
  const links = { beSomebodyElse: beSomebodyElse('{}'), openAs: openAs('{}'), openGroupAs: openGroupAs('{}') };
  const texts = Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return named({ ...Object.fromEntries(texts), ...called, ...others, ...links });
}

describe.each(OTHERS)('in %s', (language) => {
  it.each(Object.keys(all))('no sentence is English, in part or as a whole: %s', (where) => {
    const said = all[where]?.(language) ?? [];
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(({ text }) => isEnglish(text))).toEqual([]);
  });
});

it('a sentence that was left in English is found, also under another name', () => {
  const english = [
    ...sentencesOf(chatTexts.en, CHAT_SAMPLES),
    ...sentencesOf(pageTexts.en, PAGE_SAMPLES),
    ...groupedSentencesOf(consoleTexts.en, CONSOLE_SAMPLES),
  ];
  const sentences = english.filter(({ text }) => /^\p{Lu}.* .* .*[.?!]$/u.test(text));
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences.map(({ text }) => text).filter((text) => !isEnglish(text))).toEqual([]);
});
