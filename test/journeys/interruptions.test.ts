import { defineAction, InputRefusedError, z } from 'latchkey';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellOwner } from '../../src/flows/tell-owner.ts';
import { verbsOf } from '../verbs-of.ts';
import { count } from './count-action.ts';
import { type ErrandBot, type ErrandBotOptions, openErrandBot } from './errand-bot.ts';

let bot: ErrandBot;
let runs: string[];
let known: string[];
beforeEach(() => {
  runs = [];
  known = ['Red', 'Blue'];
});
afterEach(() => bot.close());

const make = defineAction({
  id: 'acme.make',
  title: 'Make it',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().meta({ title: 'What shall I make?' }) }),
  run: async (_api, { what }) => {
    runs.push(what);
    return what;
  },
  answer: (what) => ({ title: `Made ${what}` }),
});
const file = defineAction({
  id: 'acme.file',
  title: 'File it',
  purpose: 'file it',
  integration: 'acme',
  scopes: [],
  input: z.object({ folder: z.string().meta({ title: 'Which folder?' }) }),
  run: async (_api, { folder }) => {
    if (!known.includes(folder)) throw new InputRefusedError('folder', 'Which of these?', known);
    runs.push(folder);
  },
  answer: () => ({ title: 'Filed' }),
});

const pick = defineAction({
  id: 'acme.pick',
  title: 'Pick it',
  purpose: 'pick it',
  integration: 'acme',
  scopes: [],
  input: z.object({
    colour: z.enum(['Red', 'Blue']).meta({ title: 'Which one?' }),
    how: z.string().meta({ title: 'How?' }),
  }),
  run: async (_api, { colour, how }) => void runs.push(`${colour} ${how}`),
  answer: () => ({ title: 'Picked' }),
});

async function open(way: ErrandBotOptions['with']): Promise<void> {
  bot = await openErrandBot({ actions: [count, make, file, pick], with: way });
  await bot.say('Count them');
  expect(await bot.connect()).toContain('There are 3');
}

/** The bot has to tell Ann something about her connection. */
async function somethingToTell(): Promise<void> {
  const { services } = verbsOf(bot.authorizer);
  const [connection] = await bot.authorizer.operator.listConnections({ integration: 'acme', limit: 1 });
  const stored = connection && (await services.vault.connections.byId(connection.id));
  if (stored === undefined) throw new Error('Ann is connected');
  await tellOwner(services, services.vault, stored.connection, { what: 'ends', why: 'old', at: services.now() });
}

const PICTURE = { contentType: 'image/png', contentUrl: 'https://x.example/y.png' };
const NEWS = 'Your connection to Acme';

describe.each(['converse', 'dialogs'] as const)('while a question is open, in a bot with %s,', (way) => {
  it('what the bot says unasked is followed by the question, with its buttons', async () => {
    await open(way);
    await bot.say('File it');
    await bot.say('Green');
    expect(bot.offers()).toEqual(['Red', 'Blue', 'cancel']);
    await somethingToTell();
    await bot.round();
    const told = bot.listen();
    expect(told).toContain(NEWS);
    expect(told).toMatch(/Which folder\?$/);
    expect(bot.offers()).toEqual(['Red', 'Blue', 'cancel']);
    expect(await bot.say('Blue')).toBe('Filed');
    expect(runs).toEqual(['Blue']);
  });

  it('an answer that is sent while the bot says something unasked is still the answer', async () => {
    await open(way);
    await bot.say('Make it');
    await somethingToTell();
    const { stopped, goOn } = bot.stopBefore(NEWS);
    const round = bot.round();
    await stopped;
    const answered = bot.say('tea');
    // it arrives, and waits for its turn
    for (let tick = 0; tick < 10; tick += 1) await new Promise(setImmediate);
    bot.advance(50);
    goOn();
    await round;
    await answered;
    expect(runs).toEqual(['tea']);
  });
});

it.each(['converse', 'dialogs'] as const)(
  'a button that is pressed twice does not answer the next question, which is still on its way, in a bot with %s',
  async (way) => {
    await open(way);
    await bot.say('Pick it');
    const { stopped, goOn } = bot.stopBefore('How?');
    const first = bot.say('Red');
    await stopped;
    bot.advance(20);
    const second = bot.say('Red');
    for (let tick = 0; tick < 10; tick += 1) await new Promise(setImmediate);
    bot.advance(80);
    goOn();
    expect(`${await first}${await second}`).toMatch(/How\?$/);
    expect(runs).toEqual([]);
    expect(await bot.say('slowly')).toBe('Picked');
    expect(runs).toEqual(['Red slowly']);
  },
);

it('the end of a link, said unasked, is followed by the question that was asked since', async () => {
  await open('converse');
  expect(await bot.say('connect acme')).toContain('I need access to your Acme account');
  bot.advance(5 * 60_000);
  expect(await bot.say('Make it')).toBe('What shall I make?');
  bot.advance(6 * 60_000);
  await bot.round();
  expect(bot.listen()).toMatch(/expired[\s\S]*What shall I make\?$/);
  expect(await bot.say('tea')).toBe('Made tea');
});

describe('while a bot without dialogs asks for any text,', () => {
  it.each(['connect acme', 'reconnect Acme', 'sign in to acme'])('“%s” connects, and is no text', async (said) => {
    await open('converse');
    await bot.say('Make it');
    const heard = await bot.say(said);
    expect(runs).toEqual([]);
    expect(heard).toContain('I need access to your Acme account');
    expect(await bot.connect()).toMatch(/Connected to Acme[\s\S]*What shall I make\?$/);
    expect(await bot.say(`"${said}"`)).toContain('Made');
    expect(runs).toHaveLength(1);
  });

  it.each(['connect the printers', 'connect acme to the printers'])('“%s” is text', async (said) => {
    await open('converse');
    await bot.say('Make it');
    expect(await bot.say(said)).toBe(`Made ${said}`);
  });
});

it('what a product offers is offered once each, also where it is one of the words that always work, and then it is the answer', async () => {
  await open('converse');
  known = ['Red', 'Red', 'cancel', 'help', '2'];
  await bot.say('File it');
  await bot.say('Green');
  expect(bot.offers()).toEqual(['Red', 'cancel', 'help', '2']);
  for (const answer of ['cancel', 'help', '2']) {
    expect(await bot.say(answer)).toBe('Filed');
    await bot.say('File it');
    await bot.say('Green');
  }
  expect(runs).toEqual(['cancel', 'help', '2']);
  expect(await bot.say('stop')).not.toContain('Filed');
});

describe.each(['converse', 'dialogs'] as const)('what is no answer, in a bot with %s,', (way) => {
  it.each([
    ['a picture', { type: 'message', attachments: [PICTURE] }],
    ['a card of the bot’s own', { type: 'message', value: { menu: 'lunch' } }],
    ['nothing but spaces', { type: 'message', text: '  ' }],
  ])('%s, is for the bot, and the question is asked again', async (_what, activity) => {
    const passed: object[] = [];
    const otherwise = (passing: object) => passed.push(passing) > 0;
    bot = await openErrandBot({ actions: [count, make], with: way, otherwise });
    await bot.say('Count them');
    await bot.connect();
    await bot.say('Make it');
    passed.length = 0;
    expect(await bot.send(activity)).toBe('What shall I make?');
    expect(passed).toMatchObject([activity]);
    expect(await bot.say('tea')).toBe('Made tea');
  });
});
