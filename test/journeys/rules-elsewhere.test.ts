import { ActionRefusedError, defineAction, z } from 'latchkey';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

/** What a rule of an input does that asks elsewhere, such as a product or a database. */
let rule: () => Promise<boolean>;
let asked: number;
const elsewhere = () => {
  asked += 1;
  return rule();
};

const unhandled: unknown[] = [];
const keep = (error: unknown) => void unhandled.push(error);
let bot: ErrandBot;
beforeEach(() => {
  asked = 0;
  unhandled.length = 0;
  process.on('unhandledRejection', keep);
});
afterEach(async () => {
  vi.useRealTimers();
  await bot.close();
  process.off('unhandledRejection', keep);
});

const DONE = 'It is yours';
const meta = { title: 'Which name?' };
const text = z.string().meta(meta);

/** Schemas with such a rule, wherever zod takes one. */
const SCHEMAS: readonly (readonly [string, z.ZodObject])[] = [
  ['refine', z.object({ name: z.string().refine(elsewhere).meta(meta) })],
  [
    'superRefine',
    z.object({
      name: z
        .string()
        .superRefine(async (_value, context) => {
          if (!(await elsewhere())) context.addIssue('It is taken.');
        })
        .meta(meta),
    }),
  ],
  [
    'transform',
    z.object({
      name: z
        .string()
        .transform(async (value) => (await elsewhere()) && value)
        .meta(meta),
    }),
  ],
  [
    'preprocess',
    z.object({
      name: z.preprocess(async (value) => ((await elsewhere()) ? value : 7), z.string()).meta(meta),
    }),
  ],
  ['a list', z.object({ name: z.array(z.string().refine(elsewhere)).meta(meta) })],
  [
    'what may be left out',
    z.object({ name: text, note: z.string().optional().refine(elsewhere).meta({ title: 'A note?' }) }),
  ],
  ['all inputs together', z.object({ name: text }).refine(elsewhere)],
];

const taking = (input: z.ZodObject, more: Partial<Parameters<typeof defineAction>[0]> = {}) =>
  defineAction({
    id: 'acme.take',
    title: 'Take a name',
    purpose: 'take it',
    integration: 'acme',
    scopes: [],
    input,
    run: async () => 'taken',
    answer: () => ({ title: DONE }),
    ...more,
  });

/** Everything that is asked for is answered; gives what the bot says at last. */
async function takeName(): Promise<string> {
  let said = await bot.say('Take a name');
  for (const answer of ['ann', 'a note']) if (said.includes('?')) said = await bot.say(answer);
  return said;
}

async function openFor(action: ReturnType<typeof taking>, way: 'converse' | 'dialogs'): Promise<void> {
  bot = await openErrandBot({ actions: [action], with: way });
  rule = async () => true;
  await takeName();
  expect(await bot.connect()).toContain(DONE);
  asked = 0;
}

describe.each(SCHEMAS)('a rule that asks elsewhere: %s', (_where, input) => {
  it.each(['read', 'write'] as const)('is waited for no longer than 30 seconds, in what is a %s', async (effect) => {
    await openFor(taking(input, { effect }), effect === 'read' ? 'converse' : 'dialogs');
    rule = () => new Promise(() => {});
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = takeName();
    let isOver = false;
    void answer.finally(() => {
      isOver = true;
    });
    await vi.waitFor(
      async () => {
        if (asked > 0) await vi.advanceTimersByTimeAsync(10_000);
        expect(isOver).toBe(true);
      },
      { timeout: 15_000 },
    );
    expect(await answer).toContain("Acme isn't answering");
    vi.useRealTimers();
    rule = async () => true;
    expect(await bot.say('retry')).toContain(DONE);
  });

  it.each(['converse', 'dialogs'] as const)('that fails is told, and ends no process, with %s', async (way) => {
    await openFor(taking(input), way);
    rule = () => Promise.reject(new Error('no database'));
    expect(await takeName()).toContain('Something went wrong');
    expect(bot.log).toContainEqual(expect.objectContaining({ event: 'action_failed', action: 'acme.take' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).toEqual([]);
  });

  it('and is shown before something is done that cannot be undone', async () => {
    bot = await openErrandBot({ actions: [taking(input, { destructive: true })], with: 'converse' });
    rule = async () => true;
    expect(await takeName()).toContain('Really take it');
    expect(unhandled).toEqual([]);
  });
});

it('a rule that throws at once is told, and what it refuses in its own words is said', async () => {
  rule = async () => true;
  let error: unknown;
  const throws = z.string().refine(() => {
    if (error !== undefined) throw error;
    return true;
  });
  await openFor(taking(z.object({ name: throws.meta(meta) })), 'converse');
  error = new TypeError('undefined is not a function');
  expect(await takeName()).toContain('Something went wrong');
  error = new ActionRefusedError('The directory is closed on Sundays.');
  expect(await takeName()).toContain('The directory is closed on Sundays.');
});
