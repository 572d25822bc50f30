import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tonguesOf } from '../../src/answers/languages/languages.ts';
import { LANGUAGES } from '../../src/languages/language-tag.ts';
import { AFTER_ATTEMPT, AFTER_FAILURE, type NextStep } from '../../src/model/next-step.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { isEnglish } from '../texts/is-english.ts';
import { ATTEMPTS, type Endings, FAILURES, openEndings, REFUSALS } from './endings.ts';

/** Every ending in the other six languages: the last message is in the person's language and so are the words that it offers. */

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const HOUR = 60 * 60_000;
const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];

describe.each(OTHERS)('whoever reads only the chat in %s', (language) => {
  const texts = chatTexts[language];
  const [tongue] = tonguesOf(language);
  const help = tongue?.words.commands.help[0] ?? '';

  let endings: Endings;
  beforeAll(async () => {
    endings = await openEndings('converse', language);
  });
  afterAll(() => endings?.close());

  const wordsFor = (steps: readonly NextStep[]): readonly string[] => {
    const words: Readonly<Record<NextStep, string>> = {
      retry: texts.sayRetry,
      reconnect: texts.sayReconnect('acme'),
      ask_again: endings.called.title,
    };
    return steps.map((step) => words[step]);
  };

  /** What was tried: endings that offer the same are heard alike, so the words after the first are said once. */
  const tried = new Set<string>();

  async function expectHeard(steps: readonly NextStep[], ending: () => Promise<string>): Promise<void> {
    const { bot } = endings;
    const offers = wordsFor(steps);
    for (const offer of offers.filter((one, at) => at === 0 || !tried.has(one))) {
      tried.add(offer);
      const said = await ending();
      expect(said).not.toBe('');
      expect(isEnglish(said), said).toBe(false);
      expect(bot.offers(), said).toEqual(offers);
      const before = bot.results.length;
      const answer = await bot.say(offer);
      expect(answer, `${said} → ${offer}`).not.toBe('');
      expect(isEnglish(answer), answer).toBe(false);
      expect(bot.results.slice(before), `${said} → ${offer}`).toEqual([
        expect.objectContaining({ status: expect.anything() }),
      ]);
    }
  }

  it.each(keysOf(ATTEMPTS))('is offered a next step after an attempt to connect: %s', async (why) => {
    await expectHeard(AFTER_ATTEMPT[why], () => endings.attempt(why));
  });

  it.each(keysOf(FAILURES))('is offered a next step after an action: %s', async (why) => {
    await expectHeard(AFTER_FAILURE[why], () => endings.failure(why));
  });

  it('is offered a next step after an action that was interrupted', async () => {
    await expectHeard(AFTER_FAILURE.unsure, () => endings.interrupted());
  });

  it('is offered a next step after a request that has become too old', async () => {
    await expectHeard(['ask_again'], () => endings.tooOld());
  });

  it('is offered a next step after a card that is pressed when it is over', async () => {
    await expectHeard(['reconnect'], () => endings.lateCard());
  });

  it.each(REFUSALS)('is offered a next step where nobody is asked to connect: %s', async (why) => {
    await expectHeard([why === 'too_many' ? 'ask_again' : 'reconnect'], () => endings.refusal(why));
    await endings.reset();
  });

  it('can ask for help, for a new link and for a new card, and stop, at every step on the way', async () => {
    const { bot } = endings;
    bot.advance(HOUR);
    await bot.say(endings.called.title);
    expect(await bot.say(help)).toContain(endings.called.question);
    const asked = await bot.say('water');
    expect(bot.offers(), asked).toEqual([texts.sayStartOver, texts.sayCancel]);
    expect(await bot.say(help)).toBe(texts.connectHelpForKey('Acme'));
    for (const again of [texts.sayNewLink, texts.sayStartOver]) {
      expect(await bot.say(again), again).toContain(texts.needsAccess('Acme', endings.called.purpose));
      expect(bot.offers()).toEqual([texts.sayStartOver, texts.sayCancel]);
    }
    expect(await bot.say(texts.sayCancel)).toContain(texts.cancelled(`${endings.called.title} · Acme`));
  });

  it('can say yes and no before what cannot be undone', async () => {
    const { bot, final } = endings;
    bot.advance(HOUR);
    const asked = await bot.say(final);
    expect(bot.offers(), asked).toEqual([texts.sayYes, texts.sayCancel]);
    expect(await bot.say(texts.sayNo)).toBe(texts.notDone('spill it', 'Acme', false));
    await bot.say(final);
    expect(await bot.say(texts.sayYes)).toContain(texts.needsAccess('Acme', 'spill it'));
    expect(await bot.connect()).toContain('Spilled');
  });
});
