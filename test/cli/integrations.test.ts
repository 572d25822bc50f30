import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/stores/open-store.ts';
import { folderWith, startTracker, type Tracker } from './products.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let tracker: Tracker;
let place: Workplace;
beforeAll(async () => {
  tracker = await startTracker();
  place = openWorkplace({ LATCHKEY_JIRA_CLIENT_ID: 'jira-id', LATCHKEY_JIRA_CLIENT_SECRET: 'jira-s3cret-value' });
  place.hide('jira-s3cret-value');
  place.hide(tracker.apiKey);
  Object.assign(own.env, { LATCHKEY_INTEGRATIONS: folderWith(place, tracker), TRACKER_KEY: tracker.apiKey });
});
afterAll(async () => {
  place.close();
  await tracker.close();
});
const own = { env: {} };

const run = (...words: string[]) => place.run(['integrations', ...words], own);
const json = (...words: string[]) => place.json(['integrations', ...words], own);

describe('integrations', () => {
  it('are listed, the built-in ones and those of the folder, in a shape that stays', async () => {
    const { integrations } = (await json('list')) as { integrations: readonly { id: string }[] };
    expect(integrations.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['jira', 'jotform', 'zendesk', 'gorgias', 'freshsales']),
    );
    expect(integrations.at(-1)?.id).toBe('tracker');
    expect(integrations[0]).toEqual({
      id: 'jira',
      name: 'Jira',
      state: 'enabled',
      mode: 'users',
      selectedProfile: null,
      audience: { kind: 'nobody' },
      profiles: [
        {
          id: 'system',
          title: 'Atlassian account',
          method: 'oauth2',
          endsOn: null,
          clientId: 'jira-id',
          scopes: ['read:jira-work', 'write:jira-work', 'read:jira-user', 'offline_access'],
        },
      ],
      shared: null,
    });
    const { out } = await run('list');
    expect(out).toMatch(/^ID +STATE +WHO CONNECTS/);
    expect(out).toMatch(/^tracker +enabled +users +key$/m);
  });

  it('are shown with the callback, and with how to prepare them', async () => {
    const { out } = await run('show', 'jira');
    expect(out).toMatch(/callback +http:\/\/127\.0\.0\.1:1\/oauth\/callback\/jira/);
    expect(out).toContain('exactly as it is: http://127.0.0.1:1/oauth/callback/jira');
    const env = { LATCHKEY_PUBLIC_URL: 'https://Bot.Example.com:443/help//' };
    const elsewhere = await place.run(['integrations', 'show', 'jira'], { env });
    expect(elsewhere.out).toContain('exactly as it is: https://bot.example.com/help/oauth/callback/jira');
    expect(await json('show', 'tracker')).toMatchObject({
      integration: { id: 'tracker', callback: 'http://127.0.0.1:1/oauth/callback/tracker' },
    });
    expect(await json('show', 'nothing')).toEqual({
      error: { code: 'unknown_integration', message: expect.any(String) },
    });
    expect((await run('show', 'nothing')).code).toBe(1);
  });

  it('are switched off and on', async () => {
    expect(await json('disable', 'jotform', '--yes')).toEqual({
      integration: 'jotform',
      setup: { enabled: false, mode: 'users', selectedProfile: null, audience: { kind: 'nobody' } },
    });
    expect((await run('list')).out).toMatch(/^jotform +configured/m);
    expect((await run('enable', 'jotform')).out).toContain('jotform is enabled');
    expect((await run('list')).out).toMatch(/^jotform +enabled/m);
    const unknown = await run('enable', 'nothing');
    expect(unknown).toMatchObject({ code: 1, out: '', problem: expect.stringContaining('no such integration') });
  });

  it('get a profile selected, and none again', async () => {
    expect(await json('select-profile', 'zendesk', 'api-token')).toMatchObject({
      setup: { selectedProfile: 'api-token' },
    });
    expect(await json('select-profile', 'zendesk', '--none')).toMatchObject({ setup: { selectedProfile: null } });
    expect(await run('select-profile', 'zendesk', 'nothing')).toMatchObject({ code: 1 });
    expect(await run('select-profile', 'zendesk')).toMatchObject({ code: 2 });
    expect(await run('select-profile', 'zendesk', 'api-token', '--none')).toMatchObject({ code: 2 });
  });

  it('refuse for people a profile with which the bot itself signs in', async () => {
    const profile = { method: 'oauth2', grant: 'client_credentials', clientId: 'c1', tokenUrl: `${tracker.url}/token` };
    const file = place.write('itself.json', { integration: 'tracker', name: 'The bot itself', profile });
    const typed = { ...own, stdin: place.hide('the-bots-s3cret') };
    const saved = await place.json(['profiles', 'create', file, '--secret-stdin'], typed);
    const { id } = (saved as { readonly profile: { readonly id: string } }).profile;
    const refused = { code: 1, problem: expect.stringContaining('the bot itself signs in') };
    expect(await run('select-profile', 'tracker', id)).toMatchObject(refused);
    await run('share', 'tracker', '--audience', 'nobody', '--yes');
    expect(await run('select-profile', 'tracker', id)).toMatchObject({ code: 0 });
    expect(await run('unshare', 'tracker')).toMatchObject(refused);
    expect(await run('disable', 'tracker', '--yes')).toMatchObject({ code: 0 });
    expect(await run('delete', 'tracker', '--yes')).toMatchObject({ code: 0 });
  });

  it('are not pre-authorized without an account that works', async () => {
    const wrong = place.write('wrong.json', { apiKey: 'wr0ng' });
    expect(await run('connect', 'tracker', 'key', '--values', wrong)).toMatchObject({
      code: 1,
      problem: expect.stringContaining('rejected these values'),
    });
    expect(await run('share', 'tracker', '--audience', 'everyone', '--yes')).toMatchObject({ code: 0 });
    expect(await run('enable', 'tracker')).toMatchObject({
      code: 1,
      problem: expect.stringContaining('no shared account is connected yet'),
    });
  });

  it('are pre-authorized: an account is connected and shared', async () => {
    const values = place.write('values.json', { apiKey: { secret: 'TRACKER_KEY' } });
    expect(await json('connect', 'tracker', 'key', '--values', values)).toEqual({
      integration: 'tracker',
      account: 'team@tracker.example',
    });
    expect(await json('share', 'tracker', '--audience', 'tenants:t1, t2', '--yes')).toEqual({
      integration: 'tracker',
      setup: {
        enabled: true,
        mode: 'preauthorized',
        selectedProfile: null,
        audience: { kind: 'tenants', tenants: ['t1', 't2'] },
      },
    });
    expect(await json('show', 'tracker')).toMatchObject({
      integration: { state: 'enabled', shared: { account: 'team@tracker.example', works: true } },
    });
  });

  it('are no longer shared, and their configuration is deleted with the account', async () => {
    expect(await json('unshare', 'tracker', '--yes')).toMatchObject({
      setup: { mode: 'users', audience: { kind: 'nobody' } },
    });
    expect(await json('delete', 'tracker', '--yes')).toEqual({ integration: 'tracker', deleted: true });
    expect(await json('show', 'tracker')).toMatchObject({ integration: { shared: null, mode: 'users' } });
    expect(await run('delete', 'tracker', '--yes')).toMatchObject({ code: 1 });
  });

  it('replace a shared account only if that is meant, because its access ends', async () => {
    const typed = { ...own, stdin: JSON.stringify({ apiKey: tracker.apiKey }) };
    const words = ['integrations', 'connect', 'tracker', 'key', '--values', '-'];
    expect(await place.run(words, typed)).toMatchObject({ code: 0 });
    const before = await json('show', 'tracker');
    expect(await place.run(words, typed)).toMatchObject({
      code: 2,
      problem: expect.stringContaining('replaces the shared account team@tracker.example'),
    });
    expect(await json('show', 'tracker')).toEqual(before);
    const again = await place.run([...words, '--yes'], typed);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('connected as team@tracker.example') });
    await run('delete', 'tracker', '--yes');
  });

  it('that need somebody to sign in are left to the console, and nothing is begun', async () => {
    expect(await run('connect', 'jira', 'system')).toMatchObject({
      code: 1,
      problem: expect.stringContaining('in the console'),
    });
    expect(await run('connect', 'jira', 'nothing')).toMatchObject({ code: 1 });
  });

  it('leave in the audit log who did what', async () => {
    const store = await openStore(place.store);
    const entries = await store.audit.list({ limit: 100 });
    await store.close();
    expect(new Set(entries.map(({ actor }) => actor))).toContain(`operator:cli:${userInfo().username}`);
    expect(entries.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['setup_changed', 'setup_deleted', 'sharing_begun']),
    );
  });
});

describe('what a product calls an account', () => {
  it('can neither steer the terminal nor look like another row', async () => {
    tracker.label = 'a\u001b[2Jb\nfake  row\u202e\u0007';
    const values = { ...own, stdin: JSON.stringify({ apiKey: tracker.apiKey }) };
    const connected = await place.run(['integrations', 'connect', 'tracker', 'key', '--values', '-'], values);
    const listed = await place.run(['connections', 'list'], own);
    for (const { out } of [connected, listed]) expect(out).not.toMatch(/[^\P{C}\n]/u);
    expect(listed.out.trimEnd().split('\n')).toHaveLength(2);
  });
});
