import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AFTER_ATTEMPT, AFTER_FAILURE } from '../../src/model/next-step.ts';
import { ATTEMPTS, type Endings, FAILURES, openEndings, REFUSALS } from './endings.ts';
import { sdk } from './sdk.ts';

/** Whoever reads only the chat knows after every ending what to say next, and it is heard. next-steps-in-languages.test.ts has the other six languages. */

let endings: Endings;
const open = async (way: 'converse' | 'dialogs') => {
  endings = await openEndings(way);
};
const close = () => endings?.close();

/** Every word that the last message offers is heard, when it is said right then. */
async function expectHeard(way: 'converse' | 'dialogs', ending: () => Promise<string>): Promise<void> {
  const { bot } = endings;
  const first = await ending();
  const offers = bot.offers();
  expect(first).not.toBe('');
  expect(offers, first).not.toEqual([]);
  for (const [at, offer] of offers.entries()) {
    if (at > 0) {
      await ending();
      expect(bot.offers()).toEqual(offers);
    }
    const before = bot.results.length;
    const said = await bot.say(offer);
    // a bot with dialogs begins other things in its own code
    if (way === 'dialogs' && offer.startsWith('reconnect')) continue;
    expect(said, `${first} → ${offer}`).not.toBe('');
    if (way === 'dialogs') continue;
    expect(bot.results.slice(before), `${first} → ${offer}`).toEqual([
      expect.objectContaining({ status: expect.anything() }),
    ]);
  }
}

/** The second SDK tells those that offer the same once: it never meets the words. */
function told<Ending extends string>(
  endings: Readonly<Record<Ending, true>>,
  after: Readonly<Record<Ending, readonly string[]>>,
): readonly Ending[] {
  const all = Object.keys(endings) as Ending[];
  const offersOf = (ending: Ending) => after[ending].join();
  if (sdk === 'botbuilder') return all;
  return all.filter((one, at) => all.findIndex((other) => offersOf(other) === offersOf(one)) === at);
}

describe.each(['converse', 'dialogs'] as const)(
  'whoever reads only the chat of a bot with %s is offered a next step that is heard',
  (way) => {
    beforeAll(() => open(way));
    afterAll(close);

    it.each(told(ATTEMPTS, AFTER_ATTEMPT))('after an attempt to connect: %s', async (why) => {
      await expectHeard(way, () => endings.attempt(why));
    });

    it.each(told(FAILURES, AFTER_FAILURE))('after an action: %s', async (why) => {
      await expectHeard(way, () => endings.failure(why));
    });

    it('after an action that was interrupted', async () => {
      await expectHeard(way, () => endings.interrupted());
    });

    it('after a request that has become too old', async () => {
      await expectHeard(way, () => endings.tooOld());
    });

    it('after a card that is pressed when it is over', async () => {
      await expectHeard(way, () => endings.lateCard());
    });
  },
);

describe.each(['converse', 'dialogs'] as const)('whoever asks a bot with %s in a group', (way) => {
  beforeAll(() => open(way));
  afterAll(close);

  it('is told where to ask again, and the same words are heard there', async () => {
    const { bot } = endings;
    const told = await bot.sayInGroup('Boil it');
    expect(told).toContain('Message me directly and ask again.');
    expect(await bot.say('Boil it')).toContain('What shall I boil?');
    expect(await bot.say('water')).toContain('I need access to your Acme account');
  });
});

describe('whoever cannot connect is offered a next step that is heard', () => {
  beforeAll(() => open('converse'));
  afterAll(close);

  it.each(REFUSALS)('where nobody is asked to connect: %s', async (why) => {
    await expectHeard('converse', () => endings.refusal(why));
    await endings.reset();
  });
});
