import { defineAction, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormProfile } from '../../src/model/profile.ts';
import { answerJson, type Received, startServer } from '../http/start-server.ts';
import { codeOn } from './browser-person.ts';
import { linkOn, textsOf } from './chat-person.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** What a bot's developer decides while people are on their way. */
const actor = { name: 'dev' };
const integration = 'ledger';
const KEY = { key: 'mine-12345678' };
const OFF = 'Ledger is switched off in this bot at the moment. Ask the help desk.';
const CHANGED = 'The people who run this bot changed how Ledger is set up, so I stopped connecting it.';

let bot: TestBot;
let product: Awaited<ReturnType<typeof startServer>>;
let calls: number;

beforeEach(async () => {
  calls = 0;
  product = await startServer(({ headers }: Received, response) => {
    calls += 1;
    answerJson(response, headers['x-key'] === undefined ? 401 : 200, { id: String(headers['x-key']).split('-')[0] });
  });
  bot = await openTestBot({
    integrations: () => [ledger(product.origin)],
    actions: [look],
    contact: 'the help desk',
  });
});
afterEach(async () => {
  await bot.close();
  await product.close();
});

const change = (wanted: Parameters<typeof bot.authorizer.operator.changeSetup>[0]['change']) =>
  bot.authorizer.operator.changeSetup({ actor, integration, change: wanted });
const everyConnection = () => bot.authorizer.operator.listConnections({ limit: 9 });
const decide = {
  'switched off': () => change({ enabled: false }),
  preauthorized: async () => {
    const { operator } = bot.authorizer;
    await operator.shareConnection({ actor, integration, profile: 'key', values: { key: 'team-12345678' } });
    await change({ mode: 'preauthorized', enabled: true, audience: { kind: 'everyone' } });
  },
};

describe('nobody is asked for a key that the developer does not want', () => {
  it('when the integration is switched off', async () => {
    await decide['switched off']();
    const heard = await (await bot.chat()).say('connect ledger');
    expect(textsOf(heard)).toBe(OFF);
  });

  it('when a shared account does the work, for those it is for and for others', async () => {
    await decide.preauthorized();
    const chat = await bot.chat();
    expect(textsOf(await chat.say('connect ledger'))).toContain(
      "You don't need to connect Ledger: this bot has its own account there.",
    );
    await change({ audience: { kind: 'nobody' } });
    expect(textsOf(await chat.say('connect ledger'))).toBe("You're not allowed to use Ledger here. Ask the help desk.");
  });

  it('when the profile that was selected is gone', async () => {
    const id = await ownProfile();
    await change({ profile: id });
    await bot.authorizer.operator.deleteProfile({ actor, id });
    expect(textsOf(await (await bot.chat()).say('look at the ledger'))).toContain(
      'Ledger is not set up in this bot yet. Ask the help desk to finish the set-up.',
    );
  });

  it('when it is switched off, although an action wants the own account of the person', async () => {
    bot.authorizer.register({ ...look, id: 'ledger.own', access: 'own' });
    await decide['switched off']();
    expect(textsOf(await (await bot.chat()).say('connect ledger'))).toBe(OFF);
  });

  it('but an action that wants the own account of the person is asked for beside a shared one', async () => {
    bot.authorizer.register({ ...look, id: 'ledger.own', access: 'own' });
    await decide.preauthorized();
    const chat = await bot.chat();
    const connected = await chat.submit(await chat.say('connect ledger'), KEY);
    expect(textsOf(connected)).toContain('Connected to Ledger as **mine**');
  });
});

describe('an attempt that is under way when the developer decides otherwise', () => {
  it.each(Object.keys(decide) as (keyof typeof decide)[])('takes no key in the chat: %s', async (decision) => {
    const chat = await bot.chat();
    const asked = await chat.say('look at the ledger');
    await decide[decision]();
    const before = calls;
    expect(textsOf(await chat.submit(asked, KEY))).toContain(CHANGED);
    expect(calls).toBe(before);
    expect(await everyConnection()).not.toMatchObject([{ account: { label: 'mine' } }]);
  });

  it('takes none on the page, and the link ends', async () => {
    const chat = await bot.chat();
    const browser = bot.browser();
    const page = await browser.get(linkOn(await chat.say('look at the ledger')));
    const form = await browser.get(`${page.url}/credential`);
    expect(form.text).not.toContain('Ledger key');
    await decide['switched off']();
    expect((await browser.submit(page)).text).toContain('cannot be used');
    await bot.round();
    expect(textsOf(await chat.listen())).toContain(CHANGED);
  });

  it('takes none from a form that is open already', async () => {
    const chat = await bot.chat();
    const browser = bot.browser();
    const form = await browser.submit(await browser.get(linkOn(await chat.say('look at the ledger'))));
    await decide['switched off']();
    const before = calls;
    expect((await browser.submit(form, { 'field.key': KEY.key })).text).toContain('cannot be used');
    expect(calls).toBe(before);
  });

  it('is not completed by its code', async () => {
    const chat = await bot.chat();
    const browser = bot.browser();
    const form = await browser.submit(await browser.get(linkOn(await chat.say('look at the ledger'))));
    const code = codeOn(await browser.submit(form, await filled(form.html)));
    await decide['switched off']();
    expect(textsOf(await chat.say(code))).toContain(CHANGED);
    expect(await everyConnection()).toEqual([]);
  });

  it('ends where its profile is deleted: the card, the page and the code page say so', async () => {
    const id = await ownProfile();
    await change({ profile: id });
    const chat = await bot.chat();
    const asked = await chat.say('look at the ledger');
    const browser = bot.browser();
    const form = await browser.submit(await browser.get(linkOn(asked)));
    const code = codeOn(await browser.submit(form, await filled(form.html)));
    await bot.authorizer.operator.deleteProfile({ actor, id });
    expect(textsOf(await chat.say(code))).toContain(CHANGED);
    expect(bot.log.filter(({ event }) => String(event).includes('failed'))).toEqual([]);
  });
});

describe('a connection whose profile is gone', () => {
  it('has ended: the person is asked again by the way in that there is, and goes on', async () => {
    const id = await ownProfile();
    await change({ profile: id });
    const chat = await bot.chat();
    await chat.submit(await chat.say('look at the ledger'), KEY);
    await bot.authorizer.operator.deleteProfile({ actor, id });
    await change({ profile: null });
    expect(textsOf(await chat.say('connections'))).toContain('Needs to be connected again');
    const asked = await chat.say('look at the ledger');
    expect(textsOf(asked)).toContain('Your connection to Ledger has ended');
    const done = textsOf(await chat.submit(asked, KEY));
    expect(done).toContain('ledger of mine');
    expect(await everyConnection()).toMatchObject([{ profile: 'key', status: 'active' }]);
  });

  it('can still be removed by the person and by the developer', async () => {
    const id = await ownProfile();
    await change({ profile: id });
    const [one, other] = [await bot.chat(), await bot.chat()];
    for (const chat of [one, other]) await chat.submit(await chat.say('look at the ledger'), KEY);
    await bot.authorizer.operator.deleteProfile({ actor, id });
    expect(textsOf(await one.say('disconnect ledger'))).toContain('Removed here');
    const [left] = await everyConnection();
    expect(left).toMatchObject({ status: 'needs_reauth' });
    expect(await bot.authorizer.operator.revokeConnection({ actor, id: left?.id ?? '' })).toBe('unsupported');
    expect(await everyConnection()).toEqual([]);
  });

  it('needs attention where it is the shared account, and nobody meets an error', async () => {
    const id = await ownProfile();
    const { operator } = bot.authorizer;
    await operator.shareConnection({ actor, integration, profile: id, values: { key: 'team-12345678' } });
    await change({ mode: 'preauthorized', enabled: true, audience: { kind: 'everyone' } });
    const chat = await bot.chat();
    expect(textsOf(await chat.say('look at the ledger'))).toContain('ledger of team');
    await operator.deleteProfile({ actor, id });
    expect(textsOf(await chat.say('look at the ledger'))).toContain(
      "This bot's own account at Ledger no longer works. Ask the help desk to connect it again.",
    );
    expect(bot.log.filter(({ event }) => event === 'needs_attention')).toHaveLength(1);
    expect(await operator.describeIntegration(integration)).toMatchObject({
      state: 'needs_attention',
      shared: { works: false },
    });
  });
});

async function ownProfile(): Promise<string> {
  const [profile] = ledger(product.origin).profiles as readonly FormProfile[];
  if (profile === undefined) throw new Error('the ledger has no way in');
  const saved = await bot.authorizer.operator.saveProfile({
    actor,
    integration,
    name: 'Our key',
    description: '',
    draft: false,
    profile,
  });
  if (saved.status !== 'saved') throw new Error(saved.status);
  return saved.profile.id;
}

async function filled(html: string): Promise<Readonly<Record<string, string>>> {
  const [, name = ''] = /name="([^"]*key)"/.exec(html) ?? [];
  return { [name]: KEY.key };
}

function ledger(url: string) {
  return defineIntegration({
    id: integration,
    name: 'Ledger',
    baseUrl: url,
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
}

const look = defineAction({
  id: 'ledger.look',
  title: 'Look at the ledger',
  integration,
  purpose: 'look',
  input: z.object({}),
  scopes: [],
  run: async (api) => (await api.get<{ readonly id: string }>('/me')).data.id,
  answer: (account) => ({ title: `ledger of ${account}` }),
});
