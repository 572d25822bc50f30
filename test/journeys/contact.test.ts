import { afterEach, expect, it } from 'vitest';
import { type ChatPerson, linkOn, suggestionsOn, textsOf } from './chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

let product: StrictProduct;
let bot: TestBot;

/** A bot whose people know who to ask, at a product that refuses the bot's client secret. */
async function open(): Promise<void> {
  product = await startStrictProduct(() => Date.now());
  const { profiles, ...rest } = product.integration;
  const refused = profiles.map((profile) => ({ ...profile, clientSecret: 'not-the-secret' }));
  bot = await openTestBot({
    integrations: () => [{ ...rest, profiles: refused }],
    actions: [countThings],
    contact: 'the help desk',
  });
}
afterEach(async () => {
  await bot.close();
  await product.close();
});

it.each<[string, (chat: ChatPerson) => ReturnType<ChatPerson['say']>]>([
  ['who asks for an action', (chat) => chat.say('Count my things')],
  ['who asks for their connections', (chat) => chat.say('connections')],
  ['who sends a card', (chat) => chat.send({ type: 'message', value: { latchkey: 'an-attempt', key: 'a-key-of-it' } })],
])('somebody the channel does not vouch for reads who can help: %s', async (_who, ask) => {
  await open();
  const chat = await bot.chat('somebody', { channelId: 'directline', from: { id: 'somebody', name: 'Somebody' } });
  expect(textsOf(await ask(chat))).toBe("You're not allowed to use this here. Ask the help desk.");
});

it('whoever the product sends away because of this bot reads who can help, on the page and in the chat', async () => {
  await open();
  const chat = await bot.chat();
  const browser = bot.browser();
  const connect = await browser.get(linkOn(await chat.say('Count my things')));
  const page = await browser.get(browser.onward(await browser.submit(connect)));
  expect(page.text).toContain('Ask the help desk');
  await bot.round();
  const told = await chat.hear(/refuses this bot/);
  expect(textsOf(told)).toMatch(
    /^Acme refuses this bot, not you \(.+\)\. Nothing was saved\. Ask the help desk to fix /m,
  );
  expect(suggestionsOn(told)).toEqual(['retry']);
});
