import { defineAction, type Integration, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../cli/workplace.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { type BrowserPerson, codeOn, type Page } from './browser-person.ts';
import { type ChatPerson, cardDataOn, linkOn, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** What the next start of the bot no longer has: an integration, or its client at one customer. */
const KEY = 'mine-12345678';
const FAULT = /went wrong|on my side|\bat .*:\d+/i;

let product: TestServer;
let place: Workplace;
let bot: TestBot;
let browser: BrowserPerson;
let moved: string;

const ledger = (): Integration =>
  defineIntegration({
    id: 'ledger',
    name: 'Ledger',
    baseUrl: product.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'Ledger key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Ledger key', type: 'password' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
const office = (customers: readonly string[]): Integration =>
  defineIntegration({
    id: 'office',
    name: 'Office',
    baseUrl: `${product.origin}/{tenant}`,
    allowInsecureLoopback: true,
    tenant: {
      title: 'Office customer',
      choices: [
        { value: 'acme', title: 'Acme' },
        { value: 'globex', title: 'Globex' },
      ],
    },
    profiles: [
      {
        id: 'account',
        title: 'Office account',
        method: 'oauth2',
        clientId: '',
        clientsByTenant: Object.fromEntries(customers.map((one) => [one, { clientId: one, clientSecret: 'secret' }])),
        authorizationUrl: `${product.origin}/{tenant}/authorize`,
        tokenUrl: `${product.origin}/{tenant}/token`,
        revocationUrl: `${product.origin}/{tenant}/revoke`,
        scopes: ['read'],
        placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
const look = defineAction({
  id: 'ledger.look',
  title: 'Look at the ledger',
  integration: 'ledger',
  purpose: 'look',
  input: z.object({}),
  scopes: [],
  run: async (api) => (await api.get<{ readonly id: string }>('/me')).data.id,
  answer: (account) => ({ title: `ledger of ${account}` }),
});
const visit = defineAction({
  ...look,
  id: 'office.visit',
  title: 'Visit the office',
  integration: 'office',
  scopes: ['read'],
  input: z.object({}),
  run: async (api) => (await api.get<{ readonly id: string }>('/me')).data.id,
  answer: (account) => ({ title: `office of ${account}` }),
});

const start = (integrations: readonly Integration[], publicUrl?: string) =>
  openTestBot({
    integrations: () => integrations,
    actions: [look, visit].filter((action) => integrations.some(({ id }) => id === action.integration)),
    store: place.store,
    keys: place.keys,
    appId: 'test-app',
    ...(publicUrl === undefined ? {} : { publicUrl }),
  });

/** The bot is started anew with less, at the same address for browsers. */
async function restart(integrations: readonly Integration[]): Promise<void> {
  const { url } = bot;
  await bot.close();
  bot = await start(integrations, url);
  moved = url;
  browser.through(url, bot.url);
}

const get = (path: string) => browser.get(`${moved}${path}`);

beforeEach(async () => {
  product = await startServer(({ url }, response) => {
    if (url.includes('/token'))
      return answerJson(response, 200, { access_token: 'at', token_type: 'Bearer', refresh_token: 'rt' });
    answerJson(response, 200, { id: 'ann' });
  });
  place = openWorkplace({ MicrosoftAppId: 'test-app' });
  bot = await start([ledger(), office(['acme', 'globex'])]);
  browser = bot.browser();
});
afterEach(async () => {
  await bot.close();
  await product.close();
  place.close();
});

async function expectNoFault(chat: ChatPerson, said: string): Promise<string> {
  const heard = textsOf(await chat.say(said));
  expect(heard, said).not.toMatch(FAULT);
  return heard;
}

const expectPage = ({ status, text }: Page) => {
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(FAULT);
  return text;
};

/** What the developers' commands say; none of them may fall over. */
async function commands(...all: readonly (readonly string[])[]): Promise<string> {
  let printed = '';
  for (const words of all) {
    const { code, out, problem } = await place.run(words);
    expect([0, 1], `${words.join(' ')}: ${problem}`).toContain(code);
    expect(problem, words.join(' ')).not.toMatch(/TypeError|\bat .*:\d+|Unhandled/);
    printed += out;
  }
  return printed;
}

describe('an integration that is taken out of the bot', () => {
  it('is named in the chat, and what was connected can be seen and removed there', async () => {
    const chat = await bot.chat('ann');
    await chat.submit(await chat.say('Look at the ledger'), { key: KEY });
    await restart([office(['acme'])]);
    const back = await bot.chat('ann');
    expect(await expectNoFault(back, 'Look at the ledger')).toMatch(/not set up|help|don't know|did not get/i);
    await expectNoFault(back, 'connect ledger');
    expect(await expectNoFault(back, 'connections')).toContain('ledger');
    await expectNoFault(back, 'use ledger');
    expect(await expectNoFault(back, 'disconnect ledger')).toContain('Removed here');
    expect(await expectNoFault(back, 'connections')).toContain('not connected anything');
  });

  it('ends what was under way: the card, the link, the form, the code and the callback say so', async () => {
    const [ann, bob, cat] = [await bot.chat('ann'), await bot.chat('bob'), await bot.chat('cat')];
    const asked = await ann.say('Look at the ledger');
    const link = new URL(linkOn(asked)).pathname;
    const formed = await bob.say('Look at the ledger');
    const form = await browser.submit(await browser.get(linkOn(formed)));
    const [, name = ''] = /name="([^"]*key)"/.exec(form.html) ?? [];
    const done = await browser.submit(await browser.get(linkOn(await cat.say('Look at the ledger'))));
    const code = codeOn(await browser.submit(done, { [name]: KEY }));
    await restart([office(['acme'])]);
    const [ann2, cat2] = [await bot.chat('ann'), await bot.chat('cat')];
    const value = { ...cardDataOn(asked), key: KEY };
    expect(textsOf(await ann2.send({ type: 'message', value }))).not.toMatch(FAULT);
    expectPage(await get(link));
    expectPage(await get(`${link}/credential`));
    expectPage(await browser.submit({ ...form, url: form.url }, { [name]: KEY }));
    expect(textsOf(await cat2.say(code))).not.toMatch(FAULT);
    expectPage(await get('/oauth/callback/ledger?state=x&code=y'));
    await bot.round();
    await ann2.listen();
    await cat2.listen();
    expect((await bot.authorizer.operator.listConnections({ limit: 9 })).length).toBe(0);
  });

  it('is seen and removed with the commands, and the doctor and a rotation of keys go through', async () => {
    const chat = await bot.chat('ann');
    await chat.submit(await chat.say('Look at the ledger'), { key: KEY });
    const [connection] = await bot.authorizer.operator.listConnections({ limit: 9 });
    await bot.close();
    expect(await commands(['connections', 'list'], ['integrations', 'list'], ['doctor'])).toContain('ledger');
    await commands(
      ['integrations', 'show', 'ledger'],
      ['keys', 'rotate'],
      ['connections', 'revoke', connection?.id ?? '', '--yes'],
    );
    expect(await commands(['connections', 'list'])).not.toContain('ledger');
    bot = await start([office(['acme'])]);
  }, 60_000);
});

describe('a customer whose client is taken out of an integration', () => {
  const open = async (chat: ChatPerson) => {
    const page = await browser.get(linkOn(await chat.say('Visit the office')));
    const [, name = ''] = /name="([^"]*tenant)"/.exec(page.html) ?? [];
    return { page, name };
  };
  const signIn = async (chat: ChatPerson, tenant: string) => {
    const { page, name } = await open(chat);
    const moving = await browser.submit(page, { [name]: tenant });
    const state = new URL(browser.onward(moving)).searchParams.get('state') ?? '';
    return `/oauth/callback/office?${new URLSearchParams({ code: 'c', state })}`;
  };

  it('has ended for who is connected there: asked again, listed and removed without an error', async () => {
    const chat = await bot.chat('ann');
    const back = await signIn(chat, 'acme');
    const code = codeOn(await browser.get(`${bot.url}${back}`));
    expect(textsOf(await chat.say(code))).toContain('office of ann');
    await restart([ledger(), office(['globex'])]);
    const again = await bot.chat('ann');
    expect(await expectNoFault(again, 'Visit the office')).toContain('Your connection to Office has ended');
    await again.say('cancel');
    expect(await expectNoFault(again, 'connections')).toContain('Needs to be connected again');
    const [connection] = await bot.authorizer.operator.listConnections({ limit: 9 });
    expect(connection).toMatchObject({ status: 'needs_reauth', tenant: 'acme' });
    expect(await commands(['connections', 'list'], ['doctor'])).toContain('office');
    expect(await expectNoFault(again, 'disconnect office')).toContain('Removed here');
  });

  it('ends what was under way: the form and the callback say so', async () => {
    const [ann, bob] = [await bot.chat('ann'), await bot.chat('bob')];
    const back = await signIn(ann, 'acme');
    const { page, name } = await open(bob);
    await restart([ledger(), office(['globex'])]);
    expectPage(await get(back));
    const refused = expectPage(await browser.submit(page, { [name]: 'acme' }));
    expect(refused).not.toContain('/acme/authorize');
    await bot.round();
    expect(textsOf(await (await bot.chat('ann')).listen())).not.toMatch(FAULT);
    expect(product.received.filter(({ url }) => url.includes('/token'))).toEqual([]);
  });
});
