import { defineAction, z } from 'latchkey';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count } from './count-action.ts';
import { type ErrandBot, type ErrandBotOptions, openErrandBot } from './errand-bot.ts';

let bot: ErrandBot;
let runs: string[];
beforeEach(() => {
  runs = [];
});
afterEach(() => bot.close());

const colours = (title: string) => z.array(z.enum(['Red', 'Blue'])).meta({ title });
const withColours = (title: string, question: string) =>
  defineAction({
    id: `acme.${title.toLowerCase()}`,
    title,
    purpose: title.toLowerCase(),
    integration: 'acme',
    scopes: [],
    input: z.object({ colours: colours(question), also: z.string().optional() }),
    run: async (_api, { colours }) => {
      runs.push(`${title}: ${colours}`);
    },
    answer: () => ({ title: `Done: ${title}` }),
  });
const actions = [count, withColours('Paint', 'Which colours?'), withColours('Dye', 'Dye in which ones?')];

const NOT_ASKED = "I'm not waiting for your answer to that question.";

async function open(way: ErrandBotOptions['with']): Promise<void> {
  bot = await openErrandBot({ actions, with: way });
  await bot.say('Count them');
  expect(await bot.connect()).toContain('There are 3');
}

const ROOM = { conversation: { id: 'room', name: 'The room', isGroup: true, conversationType: 'group' } };
const BOB = { from: { id: 'dl_bob', name: 'Bob' } };

describe.each(['converse', 'dialogs'] as const)('the card of a question, in a bot with %s', (way) => {
  it('answers no other request that has a question of the same name', async () => {
    await open(way);
    await bot.say('Paint');
    const old = bot.filled({ answer: 'Red' });
    expect(await bot.say('Blue')).toBe('Done: Paint');
    await bot.say('Dye');
    const heard = await bot.send(old);
    expect(heard).toContain(NOT_ASKED);
    expect(heard).toContain('Dye in which ones?');
    expect(runs).toEqual(['Paint: Blue']);
    expect(await bot.send(bot.filled({ answer: 'Blue' }))).toBe('Done: Dye');
    expect(runs).toEqual(['Paint: Blue', 'Dye: Blue']);
  });

  it('says so when the request is long over, or was cancelled', async () => {
    await open(way);
    await bot.say('Paint');
    const answered = bot.filled({ answer: 'Red' });
    expect(await bot.send(answered)).toBe('Done: Paint');
    await bot.say('Paint');
    const cancelled = bot.filled({ answer: 'Red' });
    await bot.say('cancel');
    for (const card of [answered, cancelled]) expect(await bot.send(card)).toBe(NOT_ASKED);
    bot.advance(24 * 60 * 60_000);
    await bot.round();
    bot.listen();
    for (const card of [answered, cancelled]) expect(await bot.send(card)).toBe(NOT_ASKED);
    expect(runs).toEqual(['Paint: Red']);
  });

  it('is for the person who was asked: whoever else presses it in a group reads so, and answers nothing', async () => {
    await open(way);
    await bot.send({ type: 'message', text: 'Paint', ...ROOM });
    const card = bot.filled({ answer: 'Red' });
    expect(await bot.send({ ...card, ...ROOM, ...BOB })).toBe(NOT_ASKED);
    // nor in another conversation
    expect(await bot.send(card)).toBe(NOT_ASKED);
    expect(runs).toEqual([]);
    expect(await bot.send({ ...card, ...ROOM })).toBe('Done: Paint');
    expect(runs).toEqual(['Paint: Red']);
  });

  it('is heard although the bot has lost its state', async () => {
    await open(way);
    await bot.say('Paint');
    bot.loseState();
    expect(await bot.send(bot.filled({ answer: 'Red' }))).toBe('Done: Paint');
  });

  it('whose button is pressed twice at once answers once, and is no cause for a word', async () => {
    await open(way);
    await bot.say('Paint');
    const card = bot.filled({ answer: 'Red' });
    const [first, second] = [bot.send(card), bot.send(card)];
    expect(`${await first}${await second}`).toBe('Done: Paint');
    expect(runs).toEqual(['Paint: Red']);
  });
});

it('the card of the request below the last one answers that one, and the last one is asked again', async () => {
  await open('converse');
  await bot.say('Paint');
  const below = bot.filled({ answer: 'Red' });
  expect(await bot.say('Dye')).toContain('Dye in which ones?');
  const heard = await bot.send(below);
  expect(heard).toContain('Done: Paint');
  expect(heard).toContain('Dye in which ones?');
  expect(runs).toEqual(['Paint: Red']);
});

it('in a bot with dialogs, the card of the request below the last one does not answer the last one', async () => {
  await open('dialogs');
  await bot.say('Paint');
  const below = bot.filled({ answer: 'Red' });
  expect(await bot.say('Dye')).toContain('Dye in which ones?');
  expect(await bot.send(below)).toContain('Dye in which ones?');
  expect(runs).toEqual([]);
  expect(await bot.send(bot.filled({ answer: 'Blue' }))).toContain('Done: Dye');
  expect(runs).toEqual(['Dye: Blue']);
});
