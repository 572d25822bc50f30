import { defineAction, z } from 'latchkey';
import { afterEach, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { boxesAt } from './boxes.ts';
import { textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

const open = defineAction({
  id: 'boxes.open',
  title: 'Open my box',
  purpose: 'open your box',
  integration: 'boxes',
  scopes: [],
  input: z.object({}),
  run: async () => undefined,
  answer: () => ({ title: 'It is open' }),
});

let product: TestServer;
let bot: TestBot;
afterEach(async () => {
  await bot.close();
  await product.close();
});

it.each([
  ['en-US', 'Boxes switches “Password” off on 1 May 2031. It works until then.'],
  ['de-DE', '1. Mai 2031'],
])(
  'whoever connects by a way that the product will switch off reads when, before the card: %s',
  async (locale, said) => {
    product = await startServer((_, response) => answerJson(response, 200, { id: 'jane' }));
    const boxes = boxesAt(product.origin);
    const profiles = boxes.profiles.map((profile) => ({ ...profile, endsOn: '2031-05-01' }));
    bot = await openTestBot({ integrations: () => [{ ...boxes, profiles }], actions: [open] });
    const chat = await bot.chat('jane', { locale });
    const asked = await chat.say('Open my box');
    expect(textsOf(asked.slice(0, -1))).toContain(said);
    expect(textsOf(await chat.submit(asked, { userName: 'jane', password: 'secret-of-jane' }))).toContain('It is open');
  },
);
