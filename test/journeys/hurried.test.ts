import { defineAction, z } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { verbsOf } from '../verbs-of.ts';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

const make = defineAction({
  id: 'acme.make',
  title: 'Make tea',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ kind: z.string().meta({ title: 'Which kind?' }) }),
  run: async (_api, { kind }) => kind,
  answer: (kind) => ({ title: `Made ${kind}` }),
});

let bot: ErrandBot;
beforeEach(async () => {
  bot = await openErrandBot({ actions: [make], with: 'dialogs' });
});
afterEach(() => bot.close());

it('a message that was sent before the question was asked, and heard after it, is no answer: it is asked again', async () => {
  await bot.say('Make tea');
  await bot.say('green');
  await bot.connect();
  expect(bot.results).toMatchObject([{ status: 'done', output: 'green' }]);
  const { services } = verbsOf(bot.authorizer);
  const { errands } = services.vault;
  const { begin } = errands;
  const { now } = services;
  let arrived = 0;
  let ask = () => {};
  const mayAsk = new Promise<void>((resolve) => {
    ask = resolve;
  });
  let asks = false;
  Object.assign(errands, {
    begin: async (...given: Parameters<typeof begin>) => {
      asks = true;
      await mayAsk;
      return begin(...given);
    },
  });
  Object.assign(services, {
    now: () => {
      arrived += 1;
      return now();
    },
  });
  const first = bot.say('Make tea');
  await eventually(() => expect(asks).toBe(true));
  arrived = 0;
  const second = bot.say('hurry up please');
  await eventually(() => expect(arrived).toBeGreaterThan(0));
  bot.advance(5_000);
  ask();
  const said = `${await first}${await second}`;
  expect(said.match(/Which kind\?/g)).toHaveLength(2);
  expect(bot.results).toHaveLength(1);
  await bot.say('black');
  expect(bot.results.at(-1)).toMatchObject({ status: 'done', output: 'black' });
});
