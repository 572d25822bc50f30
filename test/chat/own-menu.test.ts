import type { Authorizer } from 'latchkey';
import * as agents from 'latchkey/agents';
import * as agentsKit from 'latchkey/agents/testing';
import * as dialogs from 'latchkey/dialogs';
import * as botbuilderKit from 'latchkey/testing';
import { connectInBrowser, linkIn, startTestAuthorizer, wordsOf } from 'latchkey/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countThings, type StrictProduct, startStrictProduct } from '../journeys/strict-product.ts';

let product: StrictProduct;
let authorizer: Authorizer;
beforeEach(async () => {
  product = await startStrictProduct(() => Date.now());
  authorizer = await startTestAuthorizer({ integrations: [product.integration], actions: [countThings] });
});
afterEach(async () => {
  await authorizer.close();
  await product.close();
});

/** A bot with a menu of its own; each call is one more adapter for it, as a streaming bot has one for each socket. */
const SDKS = {
  botbuilder: () => {
    const adapter = new botbuilderKit.RecordingAdapter();
    adapter.use(dialogs.authorizerMiddleware(authorizer, { adapter }));
    return {
      adapter,
      chat: botbuilderKit.openTestChat(adapter, async (context) => {
        const said = context.activity.text;
        if (said === 'mine') {
          const names = (await dialogs.connectionsOf(context)).map(({ name }) => name);
          await context.sendActivity(`${await dialogs.isConnected(context, 'acme')}: ${names}`);
        } else if (said === 'remove') {
          await context.sendActivity((await dialogs.disconnect(context, 'acme')).status);
        } else await authorizer.run(context, countThings, {});
      }),
    };
  },
  agents: () => {
    const adapter = new agentsKit.RecordingAdapter();
    agents.latchkey(adapter, authorizer);
    return {
      adapter,
      chat: agentsKit.openTestChat(adapter, async (context) => {
        const said = context.activity.text;
        if (said === 'mine') {
          const names = (await agents.connectionsOf(context)).map(({ name }) => name);
          await context.sendActivity(`${await agents.isConnected(context, 'acme')}: ${names}`);
        } else if (said === 'remove') {
          await context.sendActivity((await agents.disconnect(context, 'acme')).status);
        } else await authorizer.run(context, countThings, {});
      }),
    };
  },
};

describe.each(Object.entries(SDKS))('on %s', (_sdk, openBot) => {
  it('a bot’s own menu shows what somebody has connected, and removes it', async () => {
    const { chat } = openBot();
    expect(wordsOf(await chat.say('mine'))).toBe('false: ');
    await chat.say(await connectInBrowser(linkIn(await chat.say('count'))));
    expect(wordsOf(await chat.say('mine'))).toMatch(/^true: \S/);
    expect(wordsOf(await chat.say('remove'))).toBe('removed');
    expect(product.revoked.length).toBeGreaterThan(0);
    expect(wordsOf(await chat.say('mine'))).toBe('false: ');
    expect(wordsOf(await chat.say('remove'))).toBe('not_connected');
  });

  it('a menu has nothing for somebody whom the channel does not prove', async () => {
    const { adapter, chat } = openBot();
    await chat.say(await connectInBrowser(linkIn(await chat.say('count'))));
    adapter.appId = 'another-app';
    expect(wordsOf(await chat.say('mine'))).toBe('false: ');
    expect(wordsOf(await chat.say('remove'))).toBe('not_connected');
  });

  it('a conversation that changes its adapter, as a streaming bot’s does, goes on there', async () => {
    const asked = await openBot().chat.say('count');
    const { chat } = openBot();
    expect(wordsOf(await chat.say(await connectInBrowser(linkIn(asked))))).toContain('You have 3 things');
  });
});

it('one turn of a conversation runs at a time, whichever adapter it comes through', async () => {
  const order: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const speakOn = (logic: () => Promise<unknown>) => {
    const adapter = new botbuilderKit.RecordingAdapter();
    adapter.use(dialogs.authorizerMiddleware(authorizer, { adapter }));
    return botbuilderKit.openTestChat(adapter, logic).say('hello');
  };
  const first = speakOn(async () => {
    order.push('first begins');
    await held;
    order.push('first ends');
  });
  const second = speakOn(async () => void order.push('second'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});
