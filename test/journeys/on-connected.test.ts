import { defineAction } from 'latchkey';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { eventually } from '../eventually.ts';
import { verbsOf } from '../verbs-of.ts';
import { openBrowser } from './browser-person.ts';
import { type ErrandBot, openErrandBot, RIGHT_KEY } from './errand-bot.ts';

/** `confirm: "none"`: what waits goes on in a turn that no message began, and the bot's own code hears of it. */
let bot: ErrandBot;
let runs: number;
let heard: number;
let letGo: () => void;

const countThings = defineAction({
  id: 'acme.count',
  title: 'Count',
  purpose: 'count your things',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
  run: async () => {
    runs += 1;
    return 3;
  },
  answer: (count) => ({ title: `You have ${count} things` }),
});

type OnConnected = (goOn: () => Promise<void>) => Promise<void>;

const hangs = () =>
  new Promise<void>((resolve) => {
    letGo = resolve;
  });
const throws = (): never => {
  throw new Error('the secret is sk_live_4242424242424242');
};

/** Asks for something and is about to send the key that is missing, on a page. */
async function begin(onConnected?: OnConnected) {
  runs = 0;
  heard = 0;
  letGo = () => {};
  const counting = onConnected && {
    onConnected: (goOn: () => Promise<void>) => {
      heard += 1;
      return onConnected(goOn);
    },
  };
  bot = await openErrandBot({ actions: [countThings], with: 'dialogs', confirm: 'none', ...counting });
  await bot.say('Count');
  const browser = openBrowser();
  const form = await browser.submit(await browser.get(bot.link()));
  return () => browser.submit(form, { 'field.key': RIGHT_KEY });
}

/** Until the bot has said all that it has to say unasked. */
async function answered(): Promise<string> {
  let said = '';
  await eventually(() => {
    said += bot.listen();
    expect(said).toContain('You have 3 things');
  });
  return said;
}

const DONE = { status: 'done', output: 3 };

afterEach(async () => {
  vi.useRealTimers();
  letGo();
  await bot.close();
});

it('lets the dialogs go on at once, and is called once', async () => {
  const send = await begin((goOn) => goOn());
  await send();
  expect(await answered()).toContain('Connected to Acme');
  await eventually(() => expect(bot.results).toMatchObject([DONE]));
  await bot.round();
  expect({ runs, heard }).toEqual({ runs: 1, heard: 1 });
  expect(await bot.say('hello')).toBe('');
  expect(bot.results).toHaveLength(1);
});

it('without it the dialog ends with the next message', async () => {
  const send = await begin();
  await send();
  await answered();
  expect(bot.results).toEqual([]);
  await bot.say('hello');
  expect(bot.results).toMatchObject([DONE]);
  expect(runs).toBe(1);
});

it.each([
  ['throws', throws],
  ['rejects', async () => throws()],
])(
  'one that %s costs nobody anything: the answer is said, the log names it, and the dialog ends with the next message',
  async (_how, onConnected) => {
    const send = await begin(onConnected);
    await send();
    await answered();
    await eventually(() =>
      expect(bot.log).toContainEqual({
        event: 'own_code_failed',
        code: 'onConnected',
        error: 'Error',
        at: expect.any(String),
      }),
    );
    expect(JSON.stringify(bot.log)).not.toContain('sk_live');
    expect(bot.log).not.toContainEqual(expect.objectContaining({ event: 'words_failed' }));
    await bot.say('hello');
    await bot.round();
    expect(bot.results).toMatchObject([DONE]);
    expect({ runs, heard }).toEqual({ runs: 1, heard: 1 });
    expect(bot.listen()).toBe('');
  },
);

it('one that never settles keeps its conversation for 30 seconds, and no other one', async () => {
  const send = await begin(hangs);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await send();
  await vi.waitFor(() => expect(heard).toBe(1), { timeout: 15_000 });
  expect(bot.listen()).toContain('You have 3 things');
  const next = bot.say('hello');
  await bot.sayInGroup('hello everybody');
  expect(bot.results).toEqual([]);
  await vi.advanceTimersByTimeAsync(30_000);
  await next;
  expect(bot.results).toMatchObject([DONE]);
  expect({ runs, heard }).toEqual({ runs: 1, heard: 1 });
});

it('a process that dies in it has said and done everything: the next one only ends the dialog', async () => {
  const send = await begin(hangs);
  await send();
  await answered();
  await eventually(() => expect(heard).toBe(1));
  await bot.takeOver();
  bot.advance(120_000);
  await bot.round();
  expect(bot.listen()).toBe('');
  await bot.say('hello');
  expect(bot.results).toMatchObject([DONE]);
  expect({ runs, heard }).toEqual({ runs: 1, heard: 1 });
});

it('a process that dies between "Connected" and the action leaves both to the next one, and that lets the dialogs go on', async () => {
  const send = await begin((goOn) => goOn());
  const reached = new Promise<void>((resolve) => {
    // what an action reads before it runs
    Object.assign(verbsOf(bot.authorizer).services.vault.connections, {
      current: () => {
        resolve();
        return hangs();
      },
    });
  });
  await send();
  await reached;
  expect(bot.listen()).toContain('Connected to Acme');
  await bot.takeOver();
  bot.advance(60_000);
  await bot.round();
  expect(await answered()).not.toContain('Connected to');
  await eventually(() => expect(bot.results).toMatchObject([DONE]));
  expect({ runs, heard }).toEqual({ runs: 1, heard: 1 });
});
