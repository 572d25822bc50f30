import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { createAuthorizer } from '../../../src/create-authorizer.ts';
import { examine } from '../../../src/examine.ts';
import { LOWEST_NODE } from '../../../src/flows/operator/doctor/check-node.ts';
import { CHECKS, type Finding } from '../../../src/flows/operator/doctor.ts';
import { gorgias } from '../../../src/integrations/gorgias.ts';
import { jira } from '../../../src/integrations/jira.ts';
import { zendesk } from '../../../src/integrations/zendesk.ts';
import { type LogEvent, silentLogger } from '../../../src/logger.ts';
import type { Integration } from '../../../src/model/integration.ts';
import { openAuthorizer } from '../../../src/open-authorizer.ts';
import type { ServicesOptions } from '../../../src/open-services.ts';
import { isSharedFileSystem } from '../../../src/stores/network-share.ts';
import type { WebHandler } from '../../../src/web/web-handler.ts';

const sandbox = await startSandbox();
afterAll(() => sandbox.close());

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-doctor-'));
  sandbox.control.reset();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const KEY = newKey('k1');
const actor = { name: 'cli:test' };

const sandboxJira = (changes: Partial<Parameters<typeof jira>[0]> = {}) =>
  jira({ ...sandbox.jira, sandbox: sandbox.jira, ...changes });

/** A deployment in which the doctor finds nothing but that it is on one machine. */
const sound = (): ServicesOptions => ({
  publicUrl: 'http://127.0.0.1:1',
  store: `sqlite:${join(folder, 'latchkey.db')}`,
  keys: KEY,
  appId: 'app',
  integrations: [sandboxJira()],
  logger: silentLogger,
});

const examined = (changes: Partial<ServicesOptions> = {}) => examine({ ...sound(), ...changes });
const of = (findings: readonly Finding[], check: string) => findings.filter((finding) => finding.check === check);

/** A server of the test's own, like a bot behind a proxy. */
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const healthy: RequestListener = (request, response) => {
  response.setHeader('content-type', 'application/json');
  const isHealth = request.url === '/healthz';
  response.statusCode = isHealth ? 200 : 404;
  response.end(isHealth ? '{"status":"ok"}' : '<link rel="stylesheet" href="/assets/latchkey.css">');
};

describe('a deployment without mistakes', () => {
  it('is told so, by every check that can look', async () => {
    const findings = await examined({ publicUrl: await listening(healthy) });
    expect(findings.filter(({ verdict }) => verdict === 'problem')).toEqual([]);
    expect(findings.filter(({ verdict }) => verdict !== 'ok').map(({ check }) => check)).toEqual(['public_url']);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set(CHECKS.map(({ id }) => id).filter((id) => !['profiles', 'end_dates', 'needs_attention'].includes(id))),
    );
  });

  it('is not changed: no connection, no setup, no profile, nothing registered at a product', async () => {
    await examined({ publicUrl: await listening(healthy) });
    const { operator, close } = await openAuthorizer(sound());
    closing.push(close);
    expect(await operator.listConnections({ limit: 10 })).toEqual([]);
    expect(await operator.listProfiles()).toEqual([]);
    expect((await operator.keysInUse()).map(({ rows }) => rows)).toEqual([0]);
  });

  it('has a fix for whatever is not well', async () => {
    const findings = await examined({ keys: '', publicUrl: 'http://bot.example.com', integrations: [zendesk()] });
    for (const { verdict, fix } of findings) expect(fix === undefined, JSON.stringify(findings)).toBe(verdict === 'ok');
  });
});

describe('options', () => {
  it('a public URL with a password is a problem of its own, and is not repeated', async () => {
    for (const publicUrl of ['https://bot:hunter2@bot.example.com', 'https://bot.example.com/?sig=hunter2']) {
      const findings = await examined({ publicUrl });
      expect(of(findings, 'public_url')).toMatchObject([
        { verdict: 'problem', text: expect.stringContaining('has a user name, a query or a fragment') },
      ]);
      expect(of(findings, 'keys')).toMatchObject([{ verdict: 'ok' }]);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
    }
  });

  it('what cannot work elsewhere is not said of the keys', async () => {
    const findings = await examined({ proxy: 'socks5://proxy:hunter2@corp:1080', auditDays: 0 });
    expect(of(findings, 'options')).toMatchObject([
      { verdict: 'problem', fix: expect.stringMatching(/auditDays[\s\S]*LATCHKEY_PROXY is not the address/) },
    ]);
    expect(of(findings, 'keys')).toMatchObject([{ verdict: 'ok' }]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });
});

describe('store and keys', () => {
  it('a wrong key is found, by its name and never by its value', async () => {
    await examined();
    const other = newKey('k1');
    const findings = await examined({ keys: other });
    expect(of(findings, 'keys')).toMatchObject([
      { verdict: 'problem', fix: expect.stringContaining('key "k1" is not the one that this store was sealed with') },
    ]);
    expect(JSON.stringify(findings)).not.toContain(other.slice(3));
    expect(of(findings, 'store')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('a lost key and a ring that cannot be read are found', async () => {
    await examined();
    expect(of(await examined({ keys: newKey('k2') }), 'keys')[0]?.fix).toContain('lacks the key "k1"');
    expect(of(await examined({ keys: 'k1:c2hvcnQ=' }), 'keys')[0]?.fix).toContain('is not 32 bytes');
    expect(of(await examined({ keys: '' }), 'keys')[0]?.verdict).toBe('problem');
  });

  it('a rotation that was begun and not finished is found', async () => {
    const before = await openAuthorizer(sound());
    await before.operator.changeSetup({ actor, integration: 'jira', change: { enabled: false } });
    await before.close();
    const keys = `${newKey('k2')},${KEY}`;
    expect(of(await examined({ keys }), 'rotation')).toMatchObject([
      { verdict: 'warning', text: '1 rows still need an older key (k1)' },
    ]);
    const { operator, close } = await openAuthorizer({ ...sound(), keys });
    closing.push(close);
    await operator.rotateKeys({ actor });
    expect(of(await operator.doctor(), 'rotation')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('a file system on which there is no write-ahead log is found, and the other checks go on', async () => {
    // SQLite without locks behaves as it does on a network share; the folder of this name is made beside the database
    const store = `sqlite:file:${join(folder, 'latchkey.db')}?vfs=unix-none`;
    const there = process.cwd();
    process.chdir(folder);
    const findings = await examined({ store }).finally(() => process.chdir(there));
    expect(of(findings, 'store')).toMatchObject([
      { verdict: 'problem', fix: expect.stringMatching(/journal mode "delete", as on a network share.*PostgreSQL/) },
    ]);
    expect(of(findings, 'keys')).toEqual([]);
    expect(of(findings, 'callback')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('knows network shares by the number that Linux gives them', () => {
    for (const share of [0x6969, 0xff534d42, 0xfe534d42, 0xfe534d42 | 0]) expect(isSharedFileSystem(share)).toBe(true);
    for (const local of [0xef53, 0x58465342, 0x01021994]) expect(isSharedFileSystem(local)).toBe(false);
  });

  it('a PostgreSQL server that does not answer is found, and its password is not shown', async () => {
    const findings = await examined({ store: 'postgres://bot:hunter2@127.0.0.1:1/bot' });
    expect(of(findings, 'store')).toMatchObject([
      { verdict: 'problem', fix: expect.stringContaining('does not respond') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
    expect(existsSync(join(folder, 'latchkey.db'))).toBe(false);
  });
});

describe('the public URL', () => {
  it('that is plain http is found', async () => {
    const findings = await examined({ publicUrl: 'http://bot.example.com' });
    expect(of(findings, 'public_url')).toMatchObject([
      { verdict: 'problem', text: 'LATCHKEY_PUBLIC_URL is "http://bot.example.com"' },
    ]);
    for (const dependent of ['reachable', 'callback', 'client_secret']) expect(of(findings, dependent)).toEqual([]);
    expect(of(findings, 'store')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('where nobody answers is found', async () => {
    expect(of(await examined(), 'reachable')).toMatchObject([
      { verdict: 'problem', text: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('where somebody else answers is found', async () => {
    const publicUrl = await listening((_request, response) => void response.end('<h1>Welcome to nginx</h1>'));
    expect(of(await examined({ publicUrl }), 'reachable')).toMatchObject([
      { verdict: 'problem', text: expect.stringContaining("the response is not this bot's") },
    ]);
  });

  it('where this bot answers is well, also below a path that the proxy strips', async () => {
    let handle: WebHandler | undefined;
    const origin = await listening((request, response) => {
      request.url = request.url?.replace(/^\/helpdesk/, '') ?? '';
      void handle?.(request, response);
    });
    for (const publicUrl of [origin, `${origin}/helpdesk/`]) {
      const options = { ...sound(), publicUrl, logger: (event: LogEvent) => void logged.push(event.event) };
      const logged: string[] = [];
      const authorizer = await createAuthorizer(options);
      closing.push(() => authorizer.close());
      handle = authorizer.handler();
      expect(of(await authorizer.operator.doctor(), 'reachable')).toMatchObject([{ verdict: 'ok' }]);
      expect(logged).toEqual([]);
    }
  });

  it('where another server is healthy, or the proxy passes on too little, is found', async () => {
    const other = await listening((_request, response) => void response.end('{"status":"ok"}'));
    expect(of(await examined({ publicUrl: other }), 'reachable')).toMatchObject([
      { verdict: 'problem', text: expect.stringContaining('below /connect, /oauth, /done, /assets') },
    ]);
    let handle: WebHandler | undefined;
    const proxy = await listening((request, response) => {
      if (/^\/(?:healthz|connect|done|assets)/.test(request.url ?? '')) void handle?.(request, response);
      else response.end('nginx');
    });
    const authorizer = await createAuthorizer({ ...sound(), publicUrl: proxy });
    closing.push(() => authorizer.close());
    handle = authorizer.handler();
    expect(of(await authorizer.operator.doctor(), 'reachable')).toMatchObject([
      { verdict: 'problem', text: expect.stringContaining('below /oauth'), fix: expect.stringContaining('/oauth') },
    ]);
  });

  it('without an app id is a problem as soon as others can reach it', async () => {
    expect(of(await examined({ appId: '' }), 'app_id')[0]?.verdict).toBe('warning');
    const { verdict } = of(await examined({ appId: '', publicUrl: 'https://bot.invalid' }), 'app_id')[0] ?? {};
    expect(verdict).toBe('problem');
  });
});

describe('the clock', () => {
  const skewed = (seconds: number): Promise<string> =>
    listening((request, response) => {
      response.sendDate = false;
      response.setHeader('date', new Date(Date.now() + seconds * 1000).toUTCString());
      healthy(request, response);
    });

  it.each([
    [5, 'ok'],
    [-5, 'ok'],
    [60, 'warning'],
    [-60, 'warning'],
    [3600, 'problem'],
    [-3600, 'problem'],
  ] as const)('of the others %i seconds on is judged: %s', async (seconds, verdict) => {
    const [finding] = of(await examined({ publicUrl: await skewed(seconds), integrations: [] }), 'clock');
    expect(finding?.verdict).toBe(verdict);
    if (verdict === 'problem') {
      expect(finding?.text).toMatch(seconds > 0 ? /^3\d{3} s behind 127/ : /^3\d{3} s ahead of 127/);
      expect(finding?.fix).toContain('NTP');
    }
  });

  it('is not judged by one server that is wrong among several', async () => {
    const publicUrl = await skewed(3600);
    const [another, third] = [await listening(healthy), await listening(healthy)];
    const at = (id: string, url: string): Integration => ({ ...sandboxJira(), id, baseUrl: url, profiles: [API_KEY] });
    const findings = await examined({ publicUrl, integrations: [at('one', another), at('two', third)] });
    expect(of(findings, 'clock')).toMatchObject([{ verdict: 'ok' }]);
  });
});

describe('OAuth apps', () => {
  it('a callback that is not registered is found, with the very address to register', async () => {
    sandbox.control.setRedirectUris('jira', ['http://127.0.0.1:1/oauth/callback/jira/']);
    expect(of(await examined(), 'callback')).toMatchObject([
      {
        verdict: 'problem',
        about: 'jira/system',
        text: 'Jira responds to the sign-in with an error (400)',
        fix: expect.stringContaining('register http://127.0.0.1:1/oauth/callback/jira there'),
      },
    ]);
    sandbox.control.setRedirectUris('jira', ['http://127.0.0.1:1/oauth/callback/jira']);
    expect(of(await examined(), 'callback')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('a client id and a client secret that the product does not know are found', async () => {
    const unknown = await examined({ integrations: [sandboxJira({ clientId: 'unknown' })] });
    expect(of(unknown, 'callback')).toMatchObject([{ verdict: 'problem' }]);
    const wrong = await examined({ integrations: [sandboxJira({ clientSecret: 'wr0ng-secret' })] });
    expect(of(wrong, 'callback')).toMatchObject([{ verdict: 'ok' }]);
    expect(of(wrong, 'client_secret')).toMatchObject([{ verdict: 'problem', about: 'jira/system' }]);
    expect(JSON.stringify(wrong)).not.toContain('wr0ng-secret');
  });

  it('an error that the product sends back to us counts too', async () => {
    const integrations = [zendeskAt('acme', { scopes: ['impersonate'] })];
    expect(of(await examined({ integrations }), 'callback')).toMatchObject([
      { verdict: 'problem', about: 'zendesk/custom at acme', text: expect.stringContaining('(invalid_scope)') },
    ]);
  });

  it('a product that compares the callback only after the sign-in is left to the hand, with its own steps', async () => {
    const afterwards = await listening((_request, response) => void response.end('<form>Sign in</form>'));
    const [profile] = sandboxJira().profiles;
    const integration = { ...sandboxJira(), profiles: [{ ...profile, authorizationUrl: `${afterwards}/authorize` }] };
    const [finding] = of(await examined({ integrations: [integration as Integration] }), 'callback');
    expect(finding).toMatchObject({ verdict: 'manual', text: expect.stringContaining('only after the sign-in') });
    expect(finding?.fix).toContain('enter this callback URL, exactly as it is: http://127.0.0.1:1/oauth/callback/jira');
    expect(finding?.fix).toContain('Distribution → Edit: choose Sharing');
  });

  it('a product of which no customer is known yet is left to the hand', async () => {
    const integrations = [gorgias({ system: sandbox.gorgias, sandbox: { url: `${sandbox.gorgias.url}/{tenant}` } })];
    expect(of(await examined({ integrations }), 'callback')).toMatchObject([
      { verdict: 'manual', fix: expect.stringContaining('http://127.0.0.1:1/oauth/callback/gorgias') },
    ]);
  });

  it('a profile that asks for no refresh token is found; one that a developer enters is not saved', async () => {
    const integrations = [sandboxJira({ scopes: ['read:jira-work'] })];
    const { operator, close } = await openAuthorizer({ ...sound(), integrations });
    closing.push(close);
    const [profile] = sandboxJira({ scopes: ['read:jira-user'], origin: 'custom' }).profiles;
    if (profile === undefined) throw new Error('there is none');
    const own = { integration: 'jira', name: 'Own app', description: '', draft: false, profile };
    const saved = await operator.saveProfile({ actor, ...own });
    expect(saved).toMatchObject({ status: 'invalid', reason: expect.stringContaining('add offline_access') });
    const findings = of(await operator.doctor(), 'refresh_scope');
    expect(findings).toMatchObject([
      { verdict: 'problem', about: 'jira/system', fix: expect.stringContaining('add offline_access') },
    ]);
  });
});

describe('profiles', () => {
  const endings = async (day: string) =>
    of(await examined({ integrations: [zendesk()], now: () => Date.parse(day) }), 'end_dates');

  it('the end of API tokens is announced, and found once it has come', async () => {
    expect(await endings('2026-03-01')).toMatchObject([{ verdict: 'ok', about: 'zendesk/api-token' }]);
    expect(await endings('2027-04-01')).toMatchObject([
      { verdict: 'warning', text: 'Zendesk switches it off on 2027-04-30, in 29 days' },
    ]);
    expect(await endings('2027-04-30')).toMatchObject([
      { verdict: 'problem', text: 'Zendesk switched it off on 2027-04-30' },
    ]);
  });

  it('an integration that cannot work is found, and the store is looked at nevertheless', async () => {
    const broken = { ...sandboxJira(), baseUrl: 'not an address' };
    const findings = await examined({ integrations: [broken] });
    expect(of(findings, 'integrations')).toMatchObject([
      { verdict: 'problem', text: expect.stringContaining('baseUrl') },
    ]);
    expect(of(findings, 'keys')).toMatchObject([{ verdict: 'ok' }]);
  });

  it('a selected profile that is gone is found', async () => {
    const { operator, close } = await openAuthorizer(sound());
    closing.push(close);
    await operator.changeSetup({ actor, integration: 'jira', change: { profile: 'system' } });
    const findings = await examined({ integrations: [sandboxJira({ origin: 'custom' })] });
    expect(of(findings, 'needs_attention')).toMatchObject([
      { verdict: 'problem', about: 'jira', text: 'its selected profile system no longer exists' },
    ]);
  });

  it('a product that cannot be reached from here is found', async () => {
    const integrations = [{ ...sandboxJira(), baseUrl: 'http://127.0.0.1:1', profiles: [API_KEY] }];
    expect(of(await examined({ integrations }), 'products')).toMatchObject([{ verdict: 'problem', about: 'jira' }]);
  });

  it('so are its other APIs, the base URL that a way in has of its own, and each region', async () => {
    const up = await listening(healthy);
    const reached = async (changes: Partial<Integration>) => {
      const integration = { ...sandboxJira(), baseUrl: up, profiles: [API_KEY], ...changes };
      const { tenant: _, ...withoutTenant } = integration;
      const findings = await examined({ integrations: [changes.tenant === undefined ? withoutTenant : integration] });
      return of(findings, 'products').map(({ verdict, text }) => `${verdict} ${text.split(' ')[0]}`);
    };
    const down = 'http://127.0.0.1:1';
    expect(await reached({ apis: { files: `${up}/files`, mail: `${down}/mail` } })).toEqual([
      `ok ${up}`,
      `problem ${down}`,
    ]);
    const ways = [API_KEY, { ...API_KEY, id: 'other', title: 'Other', baseUrl: `${down}/v2` }];
    expect(await reached({ profiles: ways })).toEqual([`ok ${up}`, `problem ${down}`]);
    const choices = [
      { value: 'us', title: 'US', address: up },
      { value: 'eu', title: 'EU', address: down },
    ];
    expect(await reached({ baseUrl: '{tenant}', tenant: { title: 'Region', choices } })).toEqual([
      `ok ${up}`,
      `problem ${down}`,
    ]);
  });
});

it('wants the Node that the package wants', () => {
  const manifest: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'));
  expect(manifest).toMatchObject({ engines: { node: `>=${LOWEST_NODE}` } });
});

const API_KEY = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [{ key: 'apiKey', title: 'Key', type: 'password' }],
  placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
} as const;

function zendeskAt(tenant: string, changes: Partial<Parameters<typeof zendesk>[0]> = {}): Integration {
  const { clientId, clientSecret } = sandbox.zendesk;
  return zendesk({
    custom: { [tenant]: { clientId, clientSecret } },
    apiToken: false,
    sandbox: { url: `${sandbox.zendesk.url}/{tenant}` },
    ...changes,
  });
}
