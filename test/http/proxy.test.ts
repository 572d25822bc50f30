import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { createAuthorizer, defineAction, type LogEvent, type Owner, z } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedHttp, type GuardedHttp } from '../../src/http/guarded-http.ts';
import { readProxy } from '../../src/http/read-proxy.ts';
import { verbsOf } from '../verbs-of.ts';
import { type ConnectProxy, PASSWORD, startConnectProxy } from './connect-proxy.ts';
import { startServer } from './start-server.ts';

const HOSTS = ['api.acme.example', 'login.acme.example'];
const trusted = tls.getCACertificates();
let folder: string;
let product: Server;
let proxy: ConnectProxy;
/** What the product was asked for: `login.acme.example POST /token`. */
let asked: string[];

/** A product with a certificate of its own, which only the proxy finds. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-proxy-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = HOSTS.map((host) => `DNS:${host}`).join(',');
  const subject = ['-nodes', '-subj', '/CN=acme', '-addext', `subjectAltName=${names}`, '-days', '2'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  tls.setDefaultCACertificates([...trusted, readFileSync(cert, 'utf8')]);
  product = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    asked.push(`${request.headers.host} ${request.method} ${request.url}`);
    const answers: Record<string, object> = {
      '/token': { access_token: 'c4nary-token', token_type: 'Bearer', expires_in: 3600 },
      '/sites': [{ id: 's1', name: 'One' }],
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url ?? ''] ?? { id: 'team', count: 3 }));
  });
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  tls.setDefaultCACertificates(trusted);
  product.closeAllConnections();
  await new Promise((resolve) => product.close(resolve));
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  asked = [];
  proxy = await startConnectProxy((host) =>
    host.endsWith('.acme.example') ? (product.address() as AddressInfo).port : undefined,
  );
});
afterEach(() => proxy.close());

const http = (failed: (failure: object) => void = () => {}, timeoutMs = 2_000): GuardedHttp =>
  createGuardedHttp({
    proxy: readProxy(proxy.url),
    failed,
    timeoutMs,
    lookup: () => Promise.reject(new Error('nobody here knows names')),
  });
const guard = { origins: HOSTS.map((host) => `https://${host}`), allowInsecureLoopback: false };

it('reaches every endpoint of a product through the proxy, by its name', async () => {
  const log: LogEvent[] = [];
  const count = defineAction({
    id: 'acme.count',
    title: 'Count',
    purpose: 'count',
    integration: 'acme',
    scopes: [],
    input: z.object({}),
    run: async (api) => (await api.get<{ count: number }>('/things')).data.count,
  });
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [acme()],
    actions: [count],
    appId: 'app',
    proxy: proxy.url,
    logger: (event) => void log.push(event),
  });
  const actor = { name: 'deploy' };
  const shared = await authorizer.operator.shareConnection({
    actor,
    integration: 'acme',
    profile: 'itself',
    values: {},
  });
  expect(shared.status).toBe('connected');
  await authorizer.operator.changeSetup({
    actor,
    integration: 'acme',
    change: { mode: 'preauthorized', audience: { kind: 'everyone' } },
  });
  const owner: Owner = { kind: 'user', bot: 'app', channel: 'msteams', tenant: 't', user: 'ann' };
  expect(await verbsOf(authorizer).runAction({ owner, action: count, input: {} })).toMatchObject({
    status: 'done',
    output: 3,
  });
  const [connection] = await authorizer.operator.listConnections({ limit: 1 });
  expect(await authorizer.operator.revokeConnection({ actor, id: connection?.id ?? '' })).toBe('revoked');
  await authorizer.close();
  expect(asked).toEqual(
    expect.arrayContaining([
      'login.acme.example POST /token',
      'api.acme.example GET /me',
      'api.acme.example GET /things',
      'login.acme.example POST /revoke',
    ]),
  );
  expect(new Set(proxy.asked)).toEqual(new Set(HOSTS.map((host) => `${host}:443`)));
  expect(proxy.heads.join()).not.toMatch(/c4nary|token|Bearer/);
  expect(JSON.stringify(log)).not.toContain(PASSWORD);
});

it('keeps a tunnel for the next request to the same host', async () => {
  const send = http().sender(guard);
  for (let round = 0; round < 3; round += 1) {
    expect((await send({ method: 'GET', url: 'https://api.acme.example/me' })).status).toBe(200);
  }
  expect(proxy.asked).toEqual(['api.acme.example:443']);
});

it('refuses foreign hosts and literal addresses before the proxy hears of them', async () => {
  const { sender } = http();
  for (const [url, origin] of [
    ['https://evil.example/', 'https://api.acme.example'],
    ['https://169.254.169.254/latest', 'https://169.254.169.254'],
    ['https://10.0.0.1/', 'https://10.0.0.1'],
    ['https://[::1]/', 'https://[::1]'],
    ['https://localhost/', 'https://localhost'],
    ['http://api.acme.example/', 'http://api.acme.example'],
  ] as const) {
    const send = sender({ origins: [origin], allowInsecureLoopback: false });
    await expect(send({ method: 'GET', url })).rejects.toMatchObject({ code: 'host_refused' });
  }
  expect(proxy.asked).toEqual([]);
});

it('asks for an IPv6 address in brackets', async () => {
  const origin = 'https://[2606:4700::1111]';
  const send = http().sender({ origins: [origin], allowInsecureLoopback: false });
  await expect(send({ method: 'GET', url: `${origin}/me` })).rejects.toMatchObject({ code: 'provider_unreachable' });
  expect(proxy.asked).toEqual(['[2606:4700::1111]:443']);
});

it('checks the certificate of the product inside of the tunnel', async () => {
  const failures: object[] = [];
  const send = http((failure) => void failures.push(failure)).sender({
    origins: ['https://other.acme.example'],
    allowInsecureLoopback: false,
  });
  const answer = send({ method: 'GET', url: 'https://other.acme.example/me' });
  await expect(answer).rejects.toMatchObject({ code: 'provider_unreachable' });
  expect(failures).toMatchObject([{ cause: 'network: ERR_TLS_CERT_ALTNAME_INVALID' }]);
  expect(asked).toEqual([]);
});

it('leaves loopback alone: a sandbox stands beside the bot, not behind the proxy', async () => {
  const sandbox = await startServer((_request, response) => void response.end('{}'));
  expect((await http().sender(sandbox.guard)({ method: 'GET', url: `${sandbox.origin}/me` })).status).toBe(200);
  expect(proxy.asked).toEqual([]);
  await sandbox.close();
});

describe('a proxy that opens no tunnel', () => {
  it.each([
    [
      'wants another password',
      () => Object.assign(proxy, { url: proxy.url.replace('c4nary', 'wr0ng') }),
      'network: PROXY_407',
    ],
    ['does not allow the host', () => Object.assign(proxy, { refuses: 403 }), 'network: PROXY_403'],
    ['says nothing', () => Object.assign(proxy, { hangs: true }), 'network: time-out'],
  ])('%s: the log says so, without a word of its address', async (_how, arrange, cause) => {
    arrange();
    const failures: object[] = [];
    const send = http((failure) => void failures.push(failure), 500).sender(guard);
    const error = await send({ method: 'POST', url: 'https://api.acme.example/x', body: 'c4nary' }).catch(
      (reason) => reason,
    );
    expect(failures).toEqual([{ method: 'POST', host: 'api.acme.example', cause }]);
    expect(`${error} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/c4nary|wr0ng|proxy-authorization/i);
  });

  it('is not there: the log says so', async () => {
    const failures: object[] = [];
    const send = http((failure) => void failures.push(failure)).sender(guard);
    await proxy.close();
    await send({ method: 'GET', url: 'https://api.acme.example/x' }).catch(() => {});
    expect(failures).toMatchObject([{ cause: 'network: PROXY_ECONNREFUSED' }]);
  });
});

it.each(['proxy:3128', 'socks5://proxy', 'http://proxy/path', 'http://a:c4nary@proxy:1/?x', 'http://a:c4n%ary@proxy'])(
  'does not start with %s, and does not repeat it',
  (setting) => {
    expect(() => readProxy(setting)).toThrow('LATCHKEY_PROXY is not the address of a proxy');
    expect(() => readProxy(setting)).not.toThrow(/c4n/);
  },
);

function acme() {
  return defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: 'https://api.acme.example',
    profiles: [
      {
        id: 'itself',
        title: 'The bot itself',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'bot',
        clientSecret: 'secret',
        tokenUrl: 'https://login.acme.example/token',
        revocationUrl: 'https://login.acme.example/revoke',
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
}
