import { defineAction, z } from 'latchkey';
import { afterEach, expect, it, vi } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

let bot: ErrandBot;
let hangs: boolean;
let begun: number;

const maybeNever = <T>(result: T) => {
  begun += 1;
  return hangs ? new Promise<never>(() => {}) : Promise.resolve(result);
};
const look = {
  id: 'acme.look',
  title: 'Look',
  purpose: 'look',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
} as const;

afterEach(async () => {
  vi.useRealTimers();
  await bot.close();
});

it.each([
  ['a read', defineAction({ ...look, effect: 'read', run: () => maybeNever('seen') })],
  ['the questions of an action', defineAction({ ...look, form: () => maybeNever([]), run: async () => 'seen' })],
])('%s that never ends is given up after 30 seconds: the person hears it, and may try again', async (_what, action) => {
  hangs = false;
  bot = await openErrandBot({ actions: [action], with: 'dialogs' });
  await bot.say('Look');
  await bot.connect();
  expect(bot.results).toMatchObject([{ status: 'done' }]);
  hangs = true;
  begun = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = bot.say('Look');
  await vi.waitFor(() => expect(begun).toBe(1), { timeout: 15_000 });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toContain("Acme isn't answering");
  expect(bot.offers()).toContain('retry');
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'action_failed', error: 'time-out' }));
  hangs = false;
  await bot.say('retry');
  expect(bot.results.at(-1)).toMatchObject({ status: 'done' });
});
