import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEvent } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import type { Audience } from '../../src/model/setup.ts';
import { openAuthorizer } from '../../src/open-authorizer.ts';
import { openChat, textsOf } from './chat-person.ts';
import { openBotWithSdk } from './open-bot.ts';

const actor = { name: 'dev' };
const integration = 'jotform';
const keys = `k1:${Buffer.alloc(32, 9).toString('base64')}`;

let folder: string;
let playground: Playground;
let log: LogEvent[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-shared-'));
  log = [];
  playground = await startPlayground(
    { ...readConfig({ PORT: '0' }), folder, keys },
    { logger: (event) => void log.push(event) },
    openBotWithSdk,
  );
  const { operator } = playground.authorizer;
  const values = { apiKey: playground.sandbox.jotform.apiKey };
  const shared = await operator.shareConnection({ actor, integration, profile: 'api-key', values });
  expect(shared).toMatchObject({ status: 'connected', account: { label: 'bob@acme.example' } });
  const change = { mode: 'preauthorized', enabled: true } as const;
  expect(await operator.changeSetup({ actor, integration, change })).toMatchObject({ status: 'saved' });
});

afterEach(async () => {
  await playground.close();
  rmSync(folder, { recursive: true, force: true });
});

const askFor = async (user: string) => {
  const chat = await openChat(playground.url, user);
  return textsOf(await chat.say('List my Jotform forms'));
};
const shareWith = (audience: Audience) =>
  playground.authorizer.operator.changeSetup({ actor, integration, change: { audience } });

it('R67 acts for nobody until the developer says for whom, and says whose account acts', async () => {
  expect(await askFor('alice')).toContain("You're not allowed to use Jotform here");
  await shareWith({ kind: 'users', users: ['webchat//alice'] });
  const heard = await askFor('alice');
  expect(heard).toContain('Workshop feedback');
  expect(heard).toContain("Done with this bot's Jotform account, bob@acme.example");
  expect(await askFor('mallory')).toContain("You're not allowed to use Jotform here");
});

it('R67 the same id in another channel or tenant is somebody else, and a plain id names nobody', async () => {
  const { operator } = playground.authorizer;
  const name = (...users: readonly string[]) => shareWith({ kind: 'users', users });
  expect(await name('alice')).toEqual({ status: 'users_not_whole', users: ['alice'] });
  expect(await name('webchat/alice')).toMatchObject({ status: 'users_not_whole' });
  expect(await askFor('alice')).toContain("You're not allowed to use Jotform here");
  for (const other of ['msteams//alice', 'webchat/t1/alice', 'webchat//ALICE', 'webchat//alice/alice']) {
    expect(await name(other)).toMatchObject({ status: 'saved' });
    expect(await askFor('alice'), other).toContain("You're not allowed to use Jotform here");
  }
  // where the channel has no customers, nobody belongs to one
  await shareWith({ kind: 'tenants', tenants: ['', 't1'] });
  expect(await askFor('alice')).toContain("You're not allowed to use Jotform here");
  await name('webchat//bea', 'webchat//alice');
  expect(await askFor('alice')).toContain('Workshop feedback');
  expect(await operator.describeIntegration(integration)).toMatchObject({ audience: { kind: 'users' } });
});

it('R67 an audience that another process narrows counts at the next use, and one that it widens as well', async () => {
  await shareWith({ kind: 'everyone' });
  const chat = await openChat(playground.url, 'alice');
  expect(textsOf(await chat.say('List my Jotform forms'))).toContain('Workshop feedback');
  const { url: publicUrl, integrations } = playground;
  const elsewhere = await openAuthorizer({
    publicUrl,
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys,
    integrations,
  });
  const share = (kind: 'nobody' | 'everyone') =>
    elsewhere.operator.changeSetup({ actor, integration, change: { audience: { kind } } });
  await share('nobody');
  expect(textsOf(await chat.say('List my Jotform forms'))).toContain("You're not allowed to use Jotform here");
  await share('everyone');
  expect(textsOf(await chat.say('List my Jotform forms'))).toContain('Workshop feedback');
  await elsewhere.close();
});

it('needs attention when it dies: the person is not asked, and the developers are told once', async () => {
  await shareWith({ kind: 'everyone' });
  playground.sandbox.control.revokeGrants('jotform', 'bob');
  for (const user of ['alice', 'bea']) {
    const heard = await askFor(user);
    expect(heard).toContain('no longer works. Ask ');
    expect(heard).not.toContain('Connect Jotform');
  }
  expect(log.filter(({ event }) => event === 'needs_attention')).toEqual([
    expect.objectContaining({ event: 'needs_attention', integration }),
  ]);
  expect(await playground.authorizer.operator.describeIntegration(integration)).toMatchObject({
    state: 'needs_attention',
  });
});

it('needs attention when an edit of its profile makes it unusable, and works again when the edit is undone', async () => {
  await shareWith({ kind: 'everyone' });
  const { operator } = playground.authorizer;
  const save = (id: string | undefined, keys: readonly string[], draft = false) =>
    operator.saveProfile({
      actor,
      ...(id === undefined ? {} : { id }),
      integration,
      name: 'Ours',
      description: '',
      draft,
      profile: {
        id: 'ours',
        title: 'Ours',
        method: 'api_key',
        fields: keys.map((key) => ({ key, title: key })),
        placements: keys.map((key) => ({ in: 'header', name: key, value: `{{${key}}}` })),
      },
    });
  const made = await save(undefined, ['APIKEY']);
  const id = made.status === 'saved' ? made.profile.id : '';
  const values = { APIKEY: playground.sandbox.jotform.apiKey };
  expect(await operator.shareConnection({ actor, integration, profile: id, values })).toMatchObject({
    status: 'connected',
  });
  const needed = () => log.filter(({ event }) => event === 'needs_attention').length;
  const chat = await openChat(playground.url, 'alice');
  const heard = async () => textsOf(await chat.say('List my Jotform forms'));
  expect(await heard()).toContain('Workshop feedback');
  const edits = [() => save(id, ['APIKEY'], true), () => save(id, ['APIKEY', 'APPKEY'])];
  for (const [done, edit] of edits.entries()) {
    expect(await edit()).toMatchObject({ status: 'saved' });
    expect(needed()).toBe(done + 1);
    expect(await heard()).toContain('no longer works. Ask ');
    expect(await save(id, ['APIKEY'])).toMatchObject({ status: 'saved' });
    expect(needed()).toBe(done + 1);
    expect(await heard()).toContain('Workshop feedback');
  }
  await operator.deleteProfile({ actor, id });
  expect(needed()).toBe(edits.length + 1);
});

it('is switched off and on, and asks people for their own account once they are allowed to', async () => {
  const { operator } = playground.authorizer;
  await operator.changeSetup({ actor, integration, change: { enabled: false } });
  expect(await askFor('alice')).toContain(
    'Jotform is switched off in this bot at the moment. Ask the owner of this bot.',
  );
  await operator.changeSetup({ actor, integration, change: { enabled: true, mode: 'users' } });
  expect(await askFor('alice')).toContain('I need access to your Jotform account');
});
