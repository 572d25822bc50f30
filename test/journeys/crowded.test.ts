import { randomUUID } from 'node:crypto';
import { defineAction, z } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COUNTED_EVERY, OPEN_ERRANDS_PER_SOURCE } from '../../src/flows/errand-limits.ts';
import { moveErrand } from '../../src/flows/move-errand.ts';
import { errand } from '../vault/records.ts';
import { verbsOf } from '../verbs-of.ts';
import { codeOn } from './browser-person.ts';
import { type ChatPerson, linkOn, textsOf } from './chat-person.ts';
import { type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

const weigh = defineAction({
  id: 'acme.weigh',
  title: 'Weigh my things',
  purpose: 'weigh them',
  integration: 'acme',
  scopes: [],
  input: z.object({ weight: z.number().meta({ title: 'How heavy?' }) }),
  run: async () => 3,
});
const TOO_MANY = 'Too many requests. Wait 15 minutes.';

let product: StrictProduct;
let bot: TestBot;
beforeEach(async () => {
  product = await startStrictProduct(() => bot.now());
  const actions = [...product.actions, weigh];
  bot = await openTestBot({
    integrations: () => [product.integration],
    actions,
    answer: (authorizer) => {
      authorizer.register(...actions);
      return (turn) => authorizer.converse(turn, { actions });
    },
  });
});
afterEach(async () => {
  await bot.close();
  await product.close();
});

/** So many people whom somebody has invented have been asked something, and nobody answers. */
async function crowd(people: number, tenant = ''): Promise<void> {
  const { services } = verbsOf(bot.authorizer);
  await services.vault.transaction(async (vault) => {
    for (let one = 0; one < people; one += 1) {
      const owner = { kind: 'user', bot: 'test-app', channel: 'test', tenant, user: `invented-${one}` } as const;
      const at = { createdAt: bot.now(), actedAt: bot.now(), updatedAt: bot.now() };
      const conversation = { key: `test-${one}`, kind: 'personal', reference: {} } as const;
      const asked = errand({ id: randomUUID(), version: 0, owner, conversation, actionId: 'acme.weigh', ...at });
      await moveErrand(services, asked, { type: 'said', at: bot.now() }, vault);
    }
  });
}

/** New people ask until the process looks how many are open. Gives what the last one hears. */
async function askUntilCounted(text: string): Promise<string> {
  let said = '';
  for (let asked = 0; asked < COUNTED_EVERY; asked += 1) said = textsOf(await (await bot.chat()).say(text));
  return said;
}

async function connected(): Promise<ChatPerson> {
  const chat = await bot.chat();
  const browser = bot.browser();
  const page = await browser.submit(await browser.get(linkOn(await chat.say('Count my things'))));
  await chat.say(codeOn(await browser.get(browser.onward(page))));
  return chat;
}

it.each(['Weigh my things', 'Count my things'])(
  'a crowd of people that fills the store with open requests is told to wait, with "%s"',
  async (text) => {
    const ann = await connected();
    await crowd(OPEN_ERRANDS_PER_SOURCE);
    expect(await askUntilCounted(text)).toBe(TOO_MANY);
    expect(textsOf(await (await bot.chat()).say('Weigh my things'))).toBe(TOO_MANY);
    // whoever has a connection asks for nothing that waits
    expect(textsOf(await ann.say('Count my things'))).toContain('You have 3 things');
    // those that are open are over after a while
    bot.advance(16 * 60_000);
    await bot.round();
    expect(textsOf(await (await bot.chat()).say('Weigh my things'))).toContain('How heavy?');
  },
);

it('people of another tenant are asked as ever', async () => {
  await crowd(OPEN_ERRANDS_PER_SOURCE, 'another');
  expect(await askUntilCounted('Weigh my things')).toContain('How heavy?');
});
