import { defineAction, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownName } from '../../src/model/shown-name.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { codeOn } from './browser-person.ts';
import { type ChatPerson, type Heard, linkOn, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** One person with several accounts of the same name: in two regions, and twice in one. */
let bot: TestBot;
let product: TestServer;
let chat: ChatPerson;

beforeEach(async () => {
  product = await startServer(({ headers }, response) =>
    answerJson(response, 200, { id: accountOf(String(headers['x-key'])), email: 'bob@acme.example' }),
  );
  bot = await openTestBot({ integrations: () => [ledger(product.origin)], actions: [look] });
  chat = await bot.chat();
  for (const [tenant, key] of [
    ['us', 'first-12345678'],
    ['eu', 'second-12345678'],
    ['eu', 'third-12345678'],
  ] as const) {
    await chat.submit(await chat.say('connect ledger'), { tenant, key });
  }
});
afterEach(async () => {
  await bot.close();
  await product.close();
});

const suggested = (heard: readonly Heard[]) =>
  heard.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ value }) => value);
const used = async () => textsOf(await chat.say('look at the ledger'));
const left = async () =>
  (await bot.authorizer.operator.listConnections({ limit: 9 })).map(({ account }) => account.id).toSorted();

/** An account is never named by its key. */
function accountOf(key: string): string {
  return key.replace('-', ' ');
}

describe('several accounts of one name', () => {
  it('are listed with where they are, and each is offered by a name of its own', async () => {
    const heard = await chat.say('connections');
    expect(textsOf(heard)).toContain('United States');
    expect(textsOf(heard)).toContain('Europe');
    const names = suggested(heard).filter((one) => one.startsWith('disconnect '));
    expect(new Set(names).size).toBe(3);
  });

  it('are switched by what is offered', async () => {
    const uses = suggested(await chat.say('connections')).filter((one) => one.startsWith('use '));
    expect(uses).toHaveLength(2);
    const seen = new Set([await used()]);
    for (const one of uses) {
      expect(textsOf(await chat.say(one))).toContain('from now on');
      seen.add(await used());
    }
    expect(seen.size).toBe(3);
  });

  it('are disconnected one after the other by what is offered, and a question ends with its answer', async () => {
    const asked = await chat.say('disconnect ledger');
    expect(textsOf(asked)).toContain('Which one?');
    for (const [count, one] of [[2], [1], [0]].entries()) {
      const [first = 'disconnect ledger'] = suggested(await chat.say('connections')).filter((said) =>
        said.startsWith('disconnect '),
      );
      expect(textsOf(await chat.say(count === 0 ? (suggested(asked)[0] ?? '') : first))).toContain('Removed here');
      expect(await left()).toHaveLength(one[0] ?? -1);
    }
  });

  it('are told apart by the region alone where that is enough', async () => {
    expect(textsOf(await chat.say('disconnect ledger united states'))).toContain('Removed here');
    expect(await left()).toEqual(['second 12345678', 'third 12345678']);
  });

  it('are told apart on the page with the code', async () => {
    const browser = bot.browser();
    const form = await browser.submit(await browser.get(linkOn(await chat.say('connect ledger'))));
    const [, key = ''] = /name="([^"]*key)"/.exec(form.html) ?? [];
    const [, tenant = ''] = /name="([^"]*tenant)"/.exec(form.html) ?? [];
    const page = await browser.submit(form, { [key]: 'fourth-12345678', [tenant]: 'eu' });
    expect(codeOn(page)).toMatch(/\w/);
    expect(page.text).toContain('Europe');
  });
});

describe('several accounts that have ended', () => {
  it('are offered to be connected again once, and each comes back by its own key, and is the one in use then', async () => {
    const refused = new Set(['first-12345678', 'second-12345678']);
    await product.close();
    await bot.close();
    product = await startServer(({ headers }, response) => {
      const key = String(headers['x-key']);
      answerJson(response, refused.has(key) ? 401 : 200, { id: accountOf(key), email: 'bob@acme.example' });
    });
    refused.clear();
    bot = await openTestBot({ integrations: () => [ledger(product.origin)], actions: [look] });
    chat = await bot.chat();
    for (const [tenant, key] of [
      ['us', 'first-12345678'],
      ['eu', 'second-12345678'],
      ['eu', 'third-12345678'],
    ] as const)
      await chat.submit(await chat.say('connect ledger'), { tenant, key });
    const uses = suggested(await chat.say('connections')).filter((one) => one.startsWith('use '));
    for (const key of ['first-12345678', 'second-12345678']) refused.add(key);
    for (const one of uses) {
      await chat.say(one);
      await used();
      await chat.say('cancel');
    }
    const heard = await chat.say('connections');
    expect(suggested(heard).filter((one) => one.startsWith('reconnect '))).toEqual(['reconnect ledger']);
    expect(textsOf(heard).match(/Needs to be connected again/g)).toHaveLength(2);
    refused.delete('second-12345678');
    bot.advance(61_000);
    await chat.submit(await chat.say('reconnect ledger'), { tenant: 'eu', key: 'second-12345678' });
    expect(await left()).toHaveLength(3);
    expect(await used()).toContain('ledger of second 12345678');
    expect(textsOf(await chat.say('connections')).match(/Needs to be connected again/g)).toHaveLength(1);
  });
});

describe('names as products give them', () => {
  const LONG = 'n'.repeat(90);
  const LABELS: Readonly<Record<string, string>> = {
    'hebrew-12345678': '\u202eדני\u202c (Acme)',
    'arabic-12345678': 'سارة',
    'latin-123456789': 'Zoe\u0308',
    'first-of-long-1': `${LONG}1`,
    'first-of-long-2': `${LONG}2`,
  };
  beforeEach(async () => {
    await bot.close();
    await product.close();
    product = await startServer(({ headers }, response) => {
      const key = String(headers['x-key']);
      answerJson(response, 200, { id: accountOf(key), email: LABELS[key] });
    });
    bot = await openTestBot({ integrations: () => [ledger(product.origin)], actions: [look] });
    chat = await bot.chat();
    for (const key of Object.keys(LABELS)) {
      await chat.submit(await chat.say('connect ledger'), { tenant: 'us', key });
    }
  });
  /** As they stand in the list, with what isolates them, for who copies them from there. */
  const shown = async () =>
    textsOf(await chat.say('connections'))
      .split('\n')
      .flatMap((line) => (line.startsWith('Ledger: ') ? [line.slice('Ledger: '.length)] : []));

  it('stand between isolates in every sentence, where they could move what is around them', async () => {
    const key = 'arabic-12345678';
    bot.advance(61_000);
    const connected = await chat.submit(await chat.say('connect ledger'), { tenant: 'us', key });
    expect(textsOf(connected)).toContain('\u2068سارة\u2069');
    const unknown = textsOf(await chat.say('use ledger nobody'));
    for (const name of ['דני', 'سارة']) expect(unknown).toMatch(new RegExp(`\u2068${name}[^\u2069]*\u2069`));
    expect(unknown.split('\u2068')).toHaveLength(unknown.split('\u2069').length);
  });

  it.each([
    ['דני', 'hebrew-12345678'],
    ['سارة', 'arabic-12345678'],
    ['Zo', 'latin-123456789'],
  ])('%s is understood as it is copied from the list', async (part, key) => {
    const copied = (await shown()).find((name) => name.includes(part)) ?? '';
    expect(textsOf(await chat.say(`use ledger ${copied}`))).toContain('from now on');
    expect(await used()).toContain(`ledger of ${accountOf(key)}`);
    expect(textsOf(await chat.say(`disconnect  ledger \u200f${copied}`))).toContain('Removed here');
    expect(await left()).not.toContain(accountOf(key));
  });

  it('that are cut to the same words have a number, and each can be removed', async () => {
    const removals = async () =>
      suggested(await chat.say('connections')).filter((one) => one.startsWith('disconnect ledger nnn'));
    const both = await removals();
    expect(new Set(both.map((one) => shownName(one.slice('disconnect ledger '.length)))).size).toBe(2);
    for (let remaining = both; remaining.length > 0; remaining = await removals())
      expect(textsOf(await chat.say(remaining[0] ?? ''))).toContain('Removed here');
    expect(await left()).toEqual(['arabic 12345678', 'hebrew 12345678', 'latin 123456789']);
  });
});

function ledger(url: string) {
  return defineIntegration({
    id: 'ledger',
    name: 'Ledger',
    baseUrl: `${url}/{tenant}`,
    allowInsecureLoopback: true,
    tenant: {
      title: 'Region',
      choices: [
        { value: 'us', title: 'United States' },
        { value: 'eu', title: 'Europe' },
      ],
    },
    profiles: [
      {
        id: 'key',
        title: 'Ledger key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Ledger key', type: 'password' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id', label: 'email' } },
  });
}

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
