import { defineAction, z } from 'latchkey';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { boxesAt } from './boxes.ts';
import { type ChatPerson, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

let product: TestServer;
let bot: TestBot;
let chat: ChatPerson;

const countBoxes = defineAction({
  id: 'boxes.count',
  title: 'Count my boxes',
  purpose: 'count your boxes',
  integration: 'boxes',
  scopes: [],
  input: z.object({}),
  run: async (api) => (await api.get<{ count: number }>('/count')).data.count,
  answer: (count) => ({ title: `You have ${count} boxes` }),
});

const labelBox = defineAction({
  id: 'boxes.label',
  title: 'Label a box',
  purpose: 'label your box',
  integration: 'boxes',
  scopes: [],
  input: z.object({ label: z.string() }),
  phrases: [/^label a box (?<label>.+)$/],
  run: async (api, { label }) => (await api.post('/label', { label })).status,
});

beforeAll(async () => {
  product = await startServer((_, response) => answerJson(response, 401, {}));
  bot = await openTestBot({
    integrations: () => [boxesAt(product.origin)],
    actions: [countBoxes, labelBox],
  });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

/** Milliseconds: far more than any text takes that is read once, far less than one that is read anew at each of its signs. */
const PATIENCE = 6_000;

/** How long everybody else waits meanwhile. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

describe('one person’s message that was made to take long keeps nobody waiting', () => {
  it.each(['\u200b', ' ', '\r\n', '`', '：', '.', '@.', 'eyJ-', '_', '-', 'a', '<', '&'])(
    '%j over and over, where nothing is asked, where a password is, and as one',
    async (piece) => {
      chat = await bot.chat();
      const long = `key: x@${piece.repeat(80_000 / piece.length)}@x`;
      expect(await timeOf(() => chat.post({ type: 'message', text: long }))).toBeLessThan(PATIENCE);
      const asked = await chat.say('Count my boxes');
      expect(await timeOf(() => chat.post({ type: 'message', text: long }))).toBeLessThan(PATIENCE);
      const fields = { userName: 'jane', password: long };
      expect(await timeOf(() => chat.submit(asked, fields))).toBeLessThan(PATIENCE);
      expect(textsOf(await chat.say('cancel'))).not.toBe('');
    },
    60_000,
  );
});

describe('a sentence that asks for an action', () => {
  const ofLength = (length: number) => 'label a box '.padEnd(length, 'x');

  it('has 2,000 characters at most: the patterns of a developer never see a longer one', async () => {
    chat = await bot.chat();
    expect(textsOf(await chat.say(ofLength(2_000)))).toContain('I need access to your Boxes account to label your box');
    const other = await bot.chat();
    expect(textsOf(await other.say(ofLength(2_001)))).not.toContain('access');
  });
});
