import { defineAction, z } from 'latchkey';
import { afterEach, describe, expect, it } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

/** Channels deliver a message again that was not answered in time; here to the process that has taken over. */
let bot: ErrandBot;
let runs: number;
afterEach(() => bot.close());

const acting = (id: string, title: string, run: () => Promise<unknown>) =>
  defineAction({
    id: `acme.${id}`,
    title,
    purpose: title.toLowerCase(),
    integration: 'acme',
    scopes: [],
    input: z.object({}),
    run: () => {
      runs += 1;
      return run();
    },
    answer: () => ({ title: `${title}: done` }),
  });
const count = acting('count', 'Count things', async () => 3);
const sort = acting('sort', 'Sort things', async () => 3);
const fail = acting('fail', 'Fail things', async () => Promise.reject(new Error('no')));

const asking = (id: string, title: string, question: string) =>
  defineAction({
    id: `acme.${id}`,
    title,
    purpose: title.toLowerCase(),
    integration: 'acme',
    scopes: [],
    input: z.object({ value: z.number().meta({ title: question }) }),
    run: async () => 3,
    answer: () => ({ title: `${title}: done` }),
  });
const weigh = asking('weigh', 'Weigh things', 'How heavy?');
const paint = asking('paint', 'Paint things', 'How many?');

const start = async (way: 'converse' | 'dialogs' = 'converse') => {
  runs = 0;
  bot = await openErrandBot({ actions: [count, sort, fail, weigh, paint], with: way });
};

/** Says it to one process, and delivers it again to the next one. */
async function sayTwice(text: string): Promise<readonly [string, string]> {
  const id = crypto.randomUUID();
  const first = await bot.say(text, id);
  await bot.restart();
  return [first, await bot.say(text, id)];
}

describe('a word that is delivered again, to another process', () => {
  it('"disconnect": nothing is wrong with it', async () => {
    await start();
    await bot.say('Count things');
    await bot.connect();
    const [first, second] = await sayTwice('disconnect acme');
    expect(first).toContain('Removed here');
    expect(['', first]).toContain(second);
    expect(await bot.say('disconnect acme')).toContain('not connected');
  });

  it('"disconnect": two processes at the same moment say that it is done', async () => {
    await start();
    await bot.say('Count things');
    await bot.connect();
    const said = await bot.sayToTwo('disconnect acme');
    expect(said).toContain('Removed here');
    expect(said).not.toContain('not connected');
  });

  it('"use": the account that was chosen since stays in use', async () => {
    await start();
    await bot.say('Count things');
    await bot.connect();
    const [, second] = await sayTwice('use acme ann@acme.example');
    expect(second).toBe('');
  });

  it('"disconnect": what was connected since stays', async () => {
    await start();
    await bot.say('Count things');
    await bot.connect();
    const id = crypto.randomUUID();
    await bot.say('disconnect acme', id);
    await bot.say('Count things');
    await bot.connect();
    await bot.restart();
    await bot.say('disconnect acme', id);
    expect(await bot.say('connections')).toContain('ann@acme.example');
  });

  it.each(['converse', 'dialogs'] as const)(
    '"cancel": says no more, and cancels nothing else, with %s',
    async (way) => {
      await start(way);
      await bot.say('Count things');
      await bot.say('Sort things');
      const [first, second] = await sayTwice('cancel');
      expect(first).not.toBe('');
      expect(['', first]).toContain(second);
    },
  );

  it.each(['Count things', 'Paint things'])('"cancel": the request below stays open, under "%s"', async (above) => {
    await start();
    await bot.say('Weigh things');
    await bot.say(above);
    const [first, second] = await sayTwice('cancel');
    expect(first).toContain('How heavy?');
    expect(['', first]).toContain(second);
    await bot.say('7');
    expect(await bot.connect()).toContain('Weigh things: done');
  });

  it.each(['converse', 'dialogs'] as const)('"retry": tries once, with %s', async (way) => {
    await start(way);
    await bot.say('Fail things');
    await bot.connect();
    expect(runs).toBe(1);
    await sayTwice('retry');
    expect(runs).toBe(2);
  });

  it.each(['start over', 'new link'])('"%s": makes one new link', async (word) => {
    await start();
    await bot.say('Count things');
    const [first, second] = await sayTwice(word);
    expect(first).toContain('Acme');
    expect(['', first]).toContain(second);
  });

  it('"connections", "help" and "connect" say the same, or nothing', async () => {
    await start();
    await bot.say('Count things');
    await bot.connect();
    for (const word of ['connections', 'use acme ann@acme.example', 'Count things', 'connect acme', 'help']) {
      const [first, second] = await sayTwice(word);
      expect(['', first], word).toContain(second);
    }
  });
});
