import { afterAll, beforeAll, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { codeOn } from './browser-person.ts';
import { linkOn } from './chat-person.ts';
import { shareDialog } from './shared-dialog.ts';
import { deleteThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

let bot: TestBot;
let product: StrictProduct;

beforeAll(async () => {
  product = await startStrictProduct(() => bot.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: product.actions });
});
afterAll(async () => {
  await bot.close();
  await product.close();
});

it('R23 in a group that shares one dialog nobody else answers "Really?" for the person who asked', async () => {
  const ann = await bot.chat('ann');
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(await ann.say('Count my things'))));
  await ann.say(codeOn(await browser.get(browser.onward(moving))));

  const room = { id: 'room', isGroup: true, conversationType: 'group' };
  const say = shareDialog(bot.authorizer, deleteThings, room);
  const deletions = () => product.requests.filter((request) => request === 'DELETE /things').length;
  expect(await say('ann', 'please')).toContain('Really delete your things in Acme?');
  for (const text of ['yes', 'cancel', 'no']) expect(await say('mallory', text)).toBe('');
  expect(deletions()).toBe(0);
  expect(await say('ann', 'yes')).toContain('All things are deleted');
  expect(deletions()).toBe(1);
});

it('R23 where several speak in one conversation, nobody else cancels or renews what a person is asked to connect', async () => {
  // a client of Web Chat may change its user id in a conversation that is personal
  const shared = { id: 'shared', isGroup: false, conversationType: 'personal' };
  const say = shareDialog(bot.authorizer, { integration: 'acme', purpose: 'test' }, shared);
  const open = () =>
    verbsOf(bot.authorizer).openAuthorizations({
      kind: 'user',
      bot: 'test-app',
      channel: 'test',
      tenant: '',
      user: 'dora',
    });
  expect(await say('dora', 'please')).toContain('I need access to your Acme account');
  const before = await open();
  expect(before).toHaveLength(1);
  for (const text of ['new link', 'help', 'hello', 'cancel']) expect(await say('mallory', text)).toBe('');
  expect(await open()).toEqual(before);
  expect(await say('dora', 'cancel')).toContain("OK, I've stopped: ");
});
