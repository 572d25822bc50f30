import { type Activity, ConversationState, MemoryStorage } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs';
import { AuthorizeDialog, authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { wordsOf } from 'latchkey/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOn } from './browser-person.ts';
import { linkOn } from './chat-person.ts';
import { deleteThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { ListeningAdapter, openTestBot, type TestBot } from './test-bot.ts';

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

/** A bot with the SDK's usual state: all people of a conversation share one dialog. */
function sharedDialogs(): (user: string, text: string) => Promise<string> {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new RunActionDialog('delete', deleteThings, bot.authorizer));
  const adapter = new ListeningAdapter();
  adapter.use(authorizerMiddleware(bot.authorizer, { adapter }));
  const conversation = { id: 'room', name: '', isGroup: true, conversationType: 'group' };
  return async (user, text) => {
    const activity = { type: 'message', text, channelId: 'test', from: { id: user, name: user }, conversation };
    await adapter.processActivity(activity as Partial<Activity>, async (context) => {
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      if (status === 'empty') await dc.beginDialog('delete');
      await state.saveChanges(context);
    });
    return wordsOf(adapter.take('room'));
  };
}

it('R23 in a group that shares one dialog nobody else answers "Really?" for the person who asked', async () => {
  const ann = await bot.chat('ann');
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(await ann.say('Count my things'))));
  await ann.say(codeOn(await browser.get(browser.onward(moving))));

  const say = sharedDialogs();
  const deletions = () => product.requests.filter((request) => request === 'DELETE /things').length;
  expect(await say('ann', 'please')).toContain('Really delete your things in Acme?');
  for (const text of ['yes', 'cancel', 'no']) expect(await say('mallory', text)).toBe('');
  expect(deletions()).toBe(0);
  expect(await say('ann', 'yes')).toContain('All things are deleted');
  expect(deletions()).toBe(1);
});

it('R23 where several speak in one conversation, nobody else cancels or renews what a person is asked to connect', async () => {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new AuthorizeDialog('connect', bot.authorizer));
  const adapter = new ListeningAdapter();
  adapter.use(authorizerMiddleware(bot.authorizer, { adapter }));
  // a client of Web Chat may change its user id in a conversation that is personal
  const conversation = { id: 'shared', name: '', isGroup: false, conversationType: 'personal' };
  const say = async (user: string, text: string) => {
    const activity = { type: 'message', text, channelId: 'test', from: { id: user, name: user }, conversation };
    await adapter.processActivity(activity as Partial<Activity>, async (context) => {
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      const options = { integration: 'acme', purpose: 'test', scopes: [] };
      if (status === 'empty') await dc.beginDialog('connect', options);
      await state.saveChanges(context);
    });
    return wordsOf(adapter.take('shared'));
  };
  const open = () =>
    bot.authorizer.openAuthorizations({ kind: 'user', bot: 'test-app', channel: 'test', tenant: '', user: 'dora' });
  expect(await say('dora', 'please')).toContain('I need access to your Acme account');
  const before = await open();
  expect(before).toHaveLength(1);
  for (const text of ['new link', 'help', 'hello', 'cancel']) expect(await say('mallory', text)).toBe('');
  expect(await open()).toEqual(before);
  expect(await say('dora', 'cancel')).toContain("OK, I've stopped: ");
});
