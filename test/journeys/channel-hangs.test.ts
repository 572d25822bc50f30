import { defineAction, z } from 'latchkey';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

const make = defineAction({
  id: 'acme.make',
  title: 'Make tea',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ cups: z.number().meta({ title: 'How many cups?' }) }),
  run: async (_api, { cups }) => cups,
  answer: (cups) => ({ title: `Made ${cups}` }),
});

let bot: ErrandBot;
beforeEach(async () => {
  bot = await openErrandBot({ actions: [make], with: 'dialogs' });
});
afterEach(async () => {
  vi.useRealTimers();
  await bot.close();
});

it('a channel that takes a message and never says so keeps no turn for more than 8 seconds, and the message is said later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bot.isMute = 'for ever';
  let isOver = false;
  const turn = bot.say('Make tea').then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(7_000);
  expect(isOver).toBe(false);
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isOver).toBe(true);
  });
  await turn;
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'words_failed', words: 'question' }));
  bot.isMute = false;
  bot.advance(10_000);
  await bot.round();
  expect(bot.listen()).toContain('How many cups?');
  expect(await bot.say('3')).toContain('I need access to your Acme account');
});
