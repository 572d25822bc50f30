import { afterEach, beforeEach, expect, it } from 'vitest';
import { textsOf } from './chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

let product: StrictProduct;
let bot: TestBot;
beforeEach(async () => {
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: [countThings] });
});
afterEach(async () => {
  await bot.close();
  await product.close();
});

const inAGroup = (channelId: string) => ({
  channelId,
  from: { id: '29:ann', name: 'Ann', aadObjectId: 'ann' },
  recipient: { id: '28:f00d', name: 'Latchkey' },
  conversation: { id: '19:all', name: '', isGroup: true, conversationType: 'groupChat', tenantId: 'acme' },
});

it('who asks in a group of Teams gets a link to the personal chat, with the request written there', async () => {
  const chat = await bot.chat('ann', inAGroup('msteams'));
  const link = 'https://teams.microsoft.com/l/chat/0/0?users=28%3Af00d&message=Count%20my%20things';
  expect(textsOf(await chat.say('Count my things'))).toBe(
    `${bot.authorizer.textsIn().groupRefused} [Open our chat](${link})`,
  );
});

it('a key that was sent in a group is not in the link', async () => {
  const chat = await bot.chat('ann', inAGroup('msteams'));
  const card = { latchkey: 'an-attempt', apiKey: 'a-key-of-ann' };
  const said = textsOf(await chat.send({ type: 'message', value: card }));
  expect(said).toContain('[Open our chat](https://teams.microsoft.com/l/chat/0/0?users=28%3Af00d)');
  expect(said).not.toContain('a-key');
});

it('where a channel has no such link, the sentence says where to go', async () => {
  const chat = await bot.chat('ann', inAGroup('test'));
  expect(textsOf(await chat.say('Count my things'))).toBe(bot.authorizer.textsIn().groupRefused);
});
