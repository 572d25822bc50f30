import { defineAction, z } from 'latchkey';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count } from './count-action.ts';
import { type ErrandBot, type ErrandBotOptions, openErrandBot, RIGHT_KEY } from './errand-bot.ts';

let bot: ErrandBot;
let runs: string[];
beforeEach(() => {
  runs = [];
});
afterEach(() => bot.close());

const make = defineAction({
  id: 'acme.make',
  title: 'Make it',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().meta({ title: 'What shall I make?' }) }),
  run: async (_api, { what }) => void runs.push(what),
  answer: () => ({ title: 'Made' }),
});
const wipe = defineAction({
  id: 'acme.wipe',
  title: 'Wipe it',
  purpose: 'wipe it',
  integration: 'acme',
  scopes: [],
  destructive: true,
  input: z.object({}),
  run: async () => void runs.push('wiped'),
  answer: () => ({ title: 'Wiped' }),
});

const IN_TEAMS = { channelId: 'msteams', channelData: { tenant: { id: 't' } } };

function from(who: string) {
  return { ...IN_TEAMS, from: { id: `29:${who}`, aadObjectId: who, name: who } };
}

function alone(who: string) {
  return { ...from(who), conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: 't' } };
}

/** A thread of a channel, as Teams names it. */
function thread(who: string, root = 1) {
  const id = `19:room@thread.tacv2;messageid=${root}`;
  return { ...from(who), conversation: { id, conversationType: 'channel', isGroup: true, tenantId: 't' } };
}

const say = (where: object, text: string) => bot.send({ ...where, type: 'message', text });

async function open(way: ErrandBotOptions['with']): Promise<void> {
  bot = await openErrandBot({ actions: [count, make, wipe], with: way });
  for (const who of ['ann', 'bob']) {
    await say(alone(who), 'Count them');
    expect(await bot.send({ ...bot.filled({ key: RIGHT_KEY }), ...alone(who) })).toContain('There are 3');
  }
}

describe.each(['converse', 'dialogs'] as const)('three people in one channel of Teams, in a bot with %s,', (way) => {
  it('each answer and cancel only what they were asked, in the thread in which they were asked', async () => {
    await open(way);
    expect(await say(thread('ann'), 'Make it')).toContain('What shall I make?');
    expect(await say(thread('bob'), 'Make it')).toContain('What shall I make?');
    expect(await say(thread('cyd'), 'Make it')).toContain("I don't connect accounts in a group");
    for (const text of ['cancel', 'help', 'coffee', 'yes', 'retry']) expect(await say(thread('cyd'), text)).toBe('');
    for (const elsewhere of [thread('ann', 2), alone('ann')]) {
      for (const text of ['tea', 'cancel']) expect(await say(elsewhere, text)).toBe('');
    }
    expect(runs).toEqual([]);
    expect(await say(thread('bob'), 'cancel')).toContain("OK, I won't make it.");
    expect(await say(thread('ann'), 'tea')).toContain('Made');
    expect(runs).toEqual(['tea']);
  });

  it('one says yes to what one was asked, and to nothing that another one is asked', async () => {
    await open(way);
    expect(await say(thread('bob'), 'Wipe it')).toContain('Really wipe it');
    expect(await say(alone('ann'), 'Wipe it')).toContain('Really wipe it');
    for (const other of [thread('ann'), thread('cyd'), thread('bob', 2), alone('bob')]) {
      expect(await say(other, 'yes')).toBe('');
    }
    expect(runs).toEqual([]);
    expect(await say(alone('ann'), 'no')).toContain("OK, I won't wipe it.");
    expect(await say(thread('bob'), 'yes')).toContain('Wiped');
    expect(runs).toEqual(['wiped']);
  });

  it('nothing that is not written answers a question, nor does a correction', async () => {
    await open(way);
    await say(alone('ann'), 'Wipe it');
    const others = [
      { type: 'messageUpdate', text: 'yes' },
      { type: 'messageDelete' },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'typing', text: 'yes' },
      { type: 'conversationUpdate', membersRemoved: [{ id: '29:ann' }] },
      { type: 'installationUpdate', action: 'remove' },
      { type: 'endOfConversation', text: 'yes' },
      { type: 'event', name: 'yes', value: 'yes' },
    ];
    for (const one of others) expect(await bot.send({ ...alone('ann'), ...one })).toBe('');
    expect(runs).toEqual([]);
    expect(await say(alone('ann'), 'yes')).toContain('Wiped');
  });

  it('a request that is corrected, before or after it was done, is done once, as it was', async () => {
    await open(way);
    await bot.send({ ...alone('ann'), type: 'message', id: 'first', text: 'Make it' });
    await bot.send({ ...alone('ann'), type: 'messageUpdate', id: 'first', text: 'Wipe it' });
    await bot.send({ ...alone('ann'), type: 'message', id: 'second', text: 'tea' });
    expect(await bot.send({ ...alone('ann'), type: 'messageUpdate', id: 'first', text: 'Make it' })).toBe('');
    expect(await bot.send({ ...alone('ann'), type: 'messageUpdate', id: 'second', text: 'coffee' })).toBe('');
    expect(runs).toEqual(['tea']);
  });
});

it('a message that is corrected into the key connects, and what waited for it is done once', async () => {
  bot = await openErrandBot({ actions: [count, make, wipe], with: 'dialogs' });
  await say(alone('ann'), 'Make it');
  await bot.send({ ...alone('ann'), type: 'message', id: 'second', text: 'tea' });
  const corrected = { ...alone('ann'), type: 'messageUpdate', id: 'second', text: RIGHT_KEY, timestamp: new Date(0) };
  const heard = await bot.send(corrected);
  expect(heard).toContain('Connected to Acme');
  expect(heard).toContain('Made');
  expect(await bot.send(corrected)).toBe('');
  expect(runs).toEqual(['tea']);
  await say(alone('ann'), 'hello');
  expect(bot.results).toMatchObject([{ status: 'done' }]);
});
