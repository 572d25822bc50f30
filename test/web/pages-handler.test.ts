import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createAuthorizer } from 'latchkey';
import { createServer, plugins } from 'restify';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { closeServer } from '../../src/web/close-server.ts';
import { readForm } from '../../src/web/read-form.ts';
import { type Answer, formTokenIn, HttpBrowser, send } from './http-browser.ts';
import { type RunningWeb, startWeb, type WebSetup } from './running-web.ts';

describe('the doors', () => {
  let web: RunningWeb;
  const start = async (setup?: WebSetup) => {
    web = await startWeb(setup);
    return web;
  };
  afterEach(() => web.close());

  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const REQUESTS: readonly (readonly [number, string, Parameters<typeof send>[2]])[] = [
    [200, '/healthz', {}],
    [200, '/readyz', {}],
    [200, '/assets/latchkey.css', {}],
    [200, '/assets/icon.svg', {}],
    [400, '/oauth/callback/tracker?state=x', {}],
    [400, `/oauth/callback/tracker?state=${'x'.repeat(2049)}`, {}],
    [403, '/connect/abc', { method: 'POST', headers: FORM, body: 'form_token=x' }],
    [403, '/done/abc', { method: 'POST', headers: FORM, body: '' }],
    [404, '/connect/abc', {}],
    [404, '/connect/abc', { method: 'HEAD' }],
    [404, '/connect/abc/credential', {}],
    [404, '/done/abc', {}],
    [404, '/connect', {}],
    [404, '/connect/a/b/c', {}],
    [404, '/connect/%E0%A4%A', {}],
    [404, '/elsewhere/../connect/abc', {}],
    [404, '/assets/mount-web.ts', {}],
    [404, '/oauth/other', { method: 'DELETE' }],
    [405, '/connect/abc', { method: 'PUT' }],
    [405, '/oauth/callback/tracker', { method: 'HEAD' }],
    [405, '/oauth/callback/tracker', { method: 'POST', headers: FORM, body: 'state=x' }],
    [405, '/healthz', { method: 'POST' }],
    [405, '/connect/abc', { method: 'TRACE' }],
    [411, '/connect/abc', { method: 'POST', headers: { ...FORM, 'transfer-encoding': 'chunked' } }],
    [413, '/connect/abc', { method: 'POST', headers: FORM, body: 'x'.repeat(64 * 1024 + 1) }],
    [414, `/oauth/callback/tracker?${'state=x&'.repeat(1100)}`, {}],
    [415, '/connect/abc', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
    [415, '/connect/abc', { method: 'POST', headers: { ...FORM, 'content-encoding': 'gzip' }, body: 'x' }],
  ];

  for (const publicUrl of [undefined, 'https://bot.example']) {
    it(`have the security headers on every answer ${publicUrl ?? 'on loopback'}`, async () => {
      const { url } = await start(publicUrl === undefined ? {} : { publicUrl });
      for (const [status, path, sent] of REQUESTS) {
        const answer = await send(url, path, sent);
        expect([answer.status, path, sent?.method]).toEqual([status, path, sent?.method]);
        expectSecurityHeaders(answer, publicUrl !== undefined);
      }
    });
  }

  it('answer what they refuse with the same page, and say nothing of why', async () => {
    const { url } = await start();
    for (const [status, path, sent] of REQUESTS) {
      if (status < 400 || path.startsWith('/connect/abc/') || sent?.method === 'HEAD') continue;
      const { text } = await send(url, path, sent);
      expect(text).toMatch(/Go back to the chat\.|This link has expired/);
    }
  });

  it('say which methods there are', async () => {
    const { url } = await start();
    expect((await send(url, '/connect/abc', { method: 'PUT' })).headers.allow).toBe('GET, HEAD, POST');
    expect((await send(url, '/oauth/callback/x', { method: 'POST' })).headers.allow).toBe('GET');
  });

  it('leave other paths of the server alone', async () => {
    const { url } = await start();
    const answer = await send(url, '/api/other');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  it("never let the host's body parser read what is refused", async () => {
    let seen = 0;
    const { url } = await start({
      use: [
        (_request, _response, next) => {
          seen += 1;
          next();
        },
        ...plugins.bodyParser(),
      ],
    });
    await send(url, '/connect/abc', { method: 'POST', headers: FORM, body: 'x'.repeat(70_000) });
    expect(seen).toBe(0);
  });

  it('are before the plugins of the host, which see nothing of them', async () => {
    const { url } = await start({ use: [(_request, _response, next) => next(new Error('no'))] });
    const answer = await send(url, '/connect/abc');
    expect([answer.status, answer.text.includes('This link has expired')]).toEqual([404, true]);
    expectSecurityHeaders(answer, false);
  });

  it.each([
    'http://evil.example/connect/LINK',
    'http://[',
    '/elsewhere/../connect/LINK',
    '/connect/../connect/LINK',
    '/connect/./LINK',
    '/connect/x/%2e%2e/LINK',
    '/connect/%2E/LINK',
    '/connect/../api/other',
    '/connect\\LINK',
    '/assets/..;/connect/LINK',
  ])('do not open for a target that says its path in another way: %s', async (target) => {
    const { url, begin } = await start();
    const { path } = await begin();
    const answer = await send(url, target.replace('/connect/LINK', path).replace('LINK', path.split('/')[2] ?? ''));
    expect([answer.status, answer.text.includes('Go back to the chat.')]).toEqual([404, true]);
    expectSecurityHeaders(answer, false);
  });

  it('survive a target that restify cannot read, wherever it points', async () => {
    const { url } = await start();
    for (const host of ['[', 'a b', 'a:b', 'bot.example/connect/abc?', '']) {
      const answer = await send(url, '/api/messages', { headers: { host } });
      expect([host, answer.status]).toEqual([host, host === '' ? 404 : 400]);
    }
    expect((await send(url, '/healthz', { headers: { host: '[::1]:3978' } })).status).toBe(200);
  });

  // RFC 9110 section 7.2 and RFC 3986 section 3.2.3: port = *DIGIT
  it.each([
    ['bot.example:', 200],
    ['127.0.0.1:', 200],
    ['[::1]:', 200],
    ['bot.example:000443', 200],
    ['bot.example.:443', 200],
    [':', 400],
    [':443', 400],
    ['bot.example::', 400],
    ['bot.example:65536', 400],
    ['bot.example:443:', 400],
    ['[::1]443', 400],
  ] as const)('read the Host %s as the standard says: %i', async (host, status) => {
    const { url } = await start();
    const answers = [await send(url, '/healthz', { headers: { host } })];
    answers.push(await send(url, '/api/messages', { headers: { host } }));
    expect(answers.map((answer) => answer.status)).toEqual([status, status === 200 ? 404 : 400]);
  });

  it.each([
    ['strips it', (path: string) => path.replace('/helpdesk', '')],
    ['passes it on', (path: string) => path],
  ])('stand below the path of the public URL, behind a proxy that %s', async (_name, seen) => {
    const { url, begin } = await start({ publicUrl: 'https://bot.example/helpdesk' });
    const browser = new HttpBrowser(url, { 'x-forwarded-proto': 'https' });
    const { path } = await begin();
    const page = await browser.get(seen(path));
    expect(page.text).toContain(`action="${path}"`);
    expect(page.text).toContain('href="/helpdesk/assets/latchkey.css"');
    expect((await browser.get(seen('/helpdesk/assets/latchkey.css'))).status).toBe(200);
    const claimed = await browser.post(seen(path), { form_token: formTokenIn(page.text) });
    expect(claimed.text).toContain('https://tracker.example/');
    const state = /[?&;]state=([\w-]+)/.exec(claimed.text)?.[1] ?? '';
    const back = await browser.get(seen(`/helpdesk/oauth/callback/tracker?code=c&state=${state}`));
    expect([back.status, back.headers.location]).toEqual([303, expect.stringMatching(/^\/helpdesk\/done\//)]);
    expect((await browser.get(seen(back.headers.location ?? ''))).status).toBe(200);
    expect((await send(url, '/elsewhere/connect/abc')).headers['content-security-policy']).toBeUndefined();
  });
});

describe('a page with a form', () => {
  it('lets an older browser name its origin, and takes no form without one', async () => {
    const web = await startWeb();
    const { path } = await web.begin();
    const browser = web.browser();
    const page = await browser.get(path);
    expect(page.headers['referrer-policy']).toBe('same-origin');
    const form = { form_token: formTokenIn(page.text) };
    for (const origin of ['null', 'https://evil.example', '']) {
      expect((await browser.post(path, form, { origin, 'sec-fetch-site': '' })).status).toBe(403);
    }
    expect((await browser.post(path, form, { origin: 'null', 'sec-fetch-site': 'same-site' })).status).toBe(403);
    const { cookies } = browser;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: web.url, cookie };
    const body = new URLSearchParams(form).toString();
    const claimed = await send(web.url, path, { method: 'POST', headers, body });
    expect([claimed.status, claimed.headers['referrer-policy']]).toEqual([200, 'no-referrer']);
    await web.close();
  });
});

describe('a form that is too large', () => {
  it('is refused by its head, one byte above 64 KiB, and taken at 64 KiB', async () => {
    const web = await startWeb();
    const statusOf = async (bytes: number) => {
      const body = 'x'.repeat(bytes);
      return (await send(web.url, '/connect/abc', { method: 'POST', headers: FORM_TYPE, body })).status;
    };
    expect([await statusOf(64 * 1024), await statusOf(64 * 1024 + 1)]).toEqual([403, 413]);
    await web.close();
  });

  it.each([64 * 1024, 64 * 1024 + 1])(
    'is not read beyond 64 KiB either, whatever its head says: %i bytes',
    async (bytes) => {
      const request = Readable.from([Buffer.alloc(bytes - 1, 'a'), Buffer.from('b')]);
      const form = readForm(
        Object.assign(new IncomingMessage(new Socket()), {
          [Symbol.asyncIterator]: () => request[Symbol.asyncIterator](),
        }),
      );
      if (bytes > 64 * 1024) await expect(form).rejects.toThrow('larger');
      else expect((await form).toString()).toHaveLength(bytes + 1);
    },
  );
});

const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the pages refuse to start', () => {
  it.each([
    ['http://bot.example', 'LATCHKEY_PUBLIC_URL'],
    ['not a url', 'LATCHKEY_PUBLIC_URL'],
    ['ftp://bot.example', 'LATCHKEY_PUBLIC_URL'],
  ])('where the cookie could not be set: %s', async (publicUrl, named) => {
    await expect(startWeb({ publicUrl })).rejects.toThrow(ConfigurationError);
    await expect(startWeb({ publicUrl })).rejects.toThrow(named);
  });

  it('without a secret for its forms, or with one that can be guessed', async () => {
    await expect(startWeb({ formSecrets: [] })).rejects.toThrow(ConfigurationError);
    await expect(startWeb({ formSecrets: ['short'] })).rejects.toThrow('32 characters');
  });
});

function expectSecurityHeaders({ headers }: Answer, isHttps: boolean): void {
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['strict-transport-security'] !== undefined).toBe(isHttps);
}

it('a developer says how many requests a minute one address may make', async () => {
  const server = createServer();
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [],
    appId: 'app',
    logger: () => {},
    requestsPerMinute: 2,
  });
  authorizer.mount(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${server.address().port}`;
  const statuses: number[] = [];
  for (let times = 0; times < 3; times += 1) statuses.push((await send(url, '/connect/unknown')).status);
  await closeServer(server, 0);
  await authorizer.close();
  expect(statuses).toEqual([404, 404, 429]);
});

it('those who wait for a phone keep nobody’s button from working, and are limited too', async () => {
  const web = await startWeb({ requestsPerMinute: 2 });
  const look = async () => (await send(web.url, '/connect/unknown', { method: 'HEAD' })).status;
  const looked: number[] = [];
  for (let times = 0; times < 21; times += 1) looked.push(await look());
  expect(looked).toEqual([...Array.from({ length: 20 }, () => 404), 429]);
  expect((await send(web.url, '/connect/unknown')).status).toBe(404);
  await web.close();
});
