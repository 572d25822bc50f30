import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Middleware } from 'botbuilder';
import { createAuthorizer, type Integration, type Owner, silentLogger } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countRows } from '../assurance/count-rows.ts';
import { verbsOf } from '../verbs-of.ts';
import { codeOn } from './browser-person.ts';
import { linkOn, textsOf } from './chat-person.ts';
import { type HoldingProxy, startHoldingProxy } from './holding-proxy.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot, type TestBotOptions } from './test-bot.ts';

let product: StrictProduct;
let proxy: HoldingProxy;
let bot: TestBot;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-closing-'));
  product = await startStrictProduct(() => Date.now());
  proxy = await startHoldingProxy(product.url);
});
afterEach(async () => {
  await bot.close();
  await proxy.close();
  await product.close();
  rmSync(folder, { recursive: true });
});

const open = async (closeSeconds: number, more: Pick<TestBotOptions, 'middleware'> = {}) => {
  bot = await openTestBot({
    ...settings(),
    integrations: () => settings().integrations,
    actions: [countThings],
    closeSeconds,
    ...more,
  });
};

it('a token that a product is giving is stored, also after the time for everything else', async () => {
  await open(0);
  const chat = await bot.chat('ann');
  const asked = await chat.say('Count my things');
  const browser = bot.browser();
  const moving = await browser.submit(await browser.get(linkOn(asked)));
  const held = proxy.hold('/token');
  const landing = browser.get(browser.onward(moving));
  await held.arrived;
  const closed = bot.authorizer.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  held.release();
  expect((await landing).text).toContain('Reload this page in a few seconds.');
  await closed;
  const owner: Owner = { kind: 'user', bot: 'test-app', channel: 'test', tenant: '', user: 'ann' };
  await expect(verbsOf(bot.authorizer).openAuthorizations(owner)).rejects.toThrow('the store does not respond');
  const next = await createAuthorizer({ ...settings(), publicUrl: bot.url, appId: 'test-app' });
  expect(await verbsOf(next).openAuthorizations(owner)).toMatchObject([{ status: 'quarantined' }]);
  await next.close();
});

it('a second call ends the servers that the first one did not name', async () => {
  await open(5);
  const server = createServer((_request, response) => response.end('the bot'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  await Promise.all([bot.authorizer.close(), bot.authorizer.close(server)]);
  expect(server.listening).toBe(false);
});

it('a token that is being ended is ended before the store closes, and nobody does it again', async () => {
  await open(10);
  const chat = await bot.chat('ann');
  const asked = await chat.say('Count my things');
  const browser = bot.browser();
  const page = await browser.get(browser.onward(await browser.submit(await browser.get(linkOn(asked)))));
  codeOn(page);
  const held = proxy.hold('/revoke');
  await chat.say('cancel');
  await held.arrived;
  const closed = bot.authorizer.close();
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
  await new Promise((resolve) => setTimeout(resolve, 100));
  held.release();
  await closed;
  const { outbox } = await countRows(settings().store);
  expect(outbox).toBe(0);
});

it('what was used in the last seconds is known to the next process', async () => {
  await open(10);
  const chat = await bot.chat('ann');
  const asked = await chat.say('Count my things');
  const browser = bot.browser();
  const page = await browser.get(browser.onward(await browser.submit(await browser.get(linkOn(asked)))));
  expect(textsOf(await chat.say(codeOn(page)))).toContain('You have 3 things');
  await bot.authorizer.close();
  const next = await createAuthorizer({ ...settings(), publicUrl: bot.url, appId: 'test-app' });
  const [connection] = await next.operator.listConnections({ integration: 'acme', limit: 1 });
  await next.close();
  expect(connection).toHaveProperty('lastUsedAt');
});

it('work that hangs does not keep the process longer than "closeSeconds"', async () => {
  await open(0.2);
  const hangs = verbsOf(bot.authorizer).begin(() => new Promise(() => {}));
  expect(hangs).toBeInstanceOf(Promise);
  const before = performance.now();
  const closed = bot.authorizer.close();
  expect(bot.authorizer.close()).toBe(closed);
  await closed;
  const took = performance.now() - before;
  expect(took).toBeGreaterThan(150);
  expect(took).toBeLessThan(5_000);
});

it('what comes once it is closed is answered in words, and nothing of it reaches the bot', async () => {
  const seen: (string | undefined)[] = [];
  const sees: Middleware = {
    onTurn: async ({ activity }, next) => {
      seen.push(activity.text);
      await next();
    },
  };
  await open(10, { middleware: [sees] });
  const chat = await bot.chat('ann');
  await bot.authorizer.close();
  expect(textsOf(await chat.say('my key is sk_live_4242424242424242'))).toBe(bot.authorizer.textsIn().restarting);
  expect(await chat.post({ type: 'conversationUpdate' })).toEqual([]);
  expect(seen).toEqual([]);
  expect((await fetch(`${bot.url}/readyz`)).status).toBe(503);
});

function settings() {
  return {
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations: [through(product.integration, proxy.url)],
    logger: silentLogger,
  };
}

function through(integration: Integration, url: string): Integration {
  const profiles = integration.profiles.map((profile) =>
    profile.method === 'oauth2' ? { ...profile, tokenUrl: `${url}/token`, revocationUrl: `${url}/revoke` } : profile,
  );
  return { ...integration, profiles };
}
