import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import { formTokenIn, type HttpBrowser } from '../http-browser.ts';
import { consoleCookieOf, type RunningConsole, startConsole, submitAt } from './running-console.ts';

/** Signs everybody in at once, as `subject`. */
interface Company {
  readonly issuer: string;
  subject: string;
  /** The clock of the console, in seconds. */
  now: () => number;
  close(): void;
}

describe('signing in through the company', () => {
  let company: Company;
  let web: RunningConsole;
  beforeAll(async () => {
    company = await startCompany();
  });
  afterAll(() => company.close());
  beforeEach(async () => {
    company.subject = 'ann';
    company.now = () => Date.now() / 1000;
    web = await startConsole({
      services: { http: createGuardedHttp(), now: Date.now },
      console: { openId: { issuer: company.issuer, clientId: 'console', clientSecret: 'secret', allowed: ['ann'] } },
    });
  });
  afterEach(() => web.close());

  it('lets in who is allowed, with a new session, and closes the setup', async () => {
    const browser = web.browser();
    const before = consoleCookieOf(browser)[1];
    const { status, headers } = await signIn(browser);
    expect([status, headers.location]).toEqual([303, '/console']);
    expect(consoleCookieOf(browser)[1]).not.toBe(before);
    expect((await browser.get('/console')).status).toBe(200);
    expect((await web.browser().get('/console/setup')).status).toBe(404);
    expect((await browser.get('/console/account')).text).toContain('there is no password here');
  });

  it('lets nobody else in, however well the company knows them', async () => {
    company.subject = 'mallory';
    const browser = web.browser();
    const { status, text } = await signIn(browser);
    expect(status).toBe(403);
    expect(text).toContain('is not allowed to sign in here');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('takes no answer for another browser, none twice, and none that it did not ask for', async () => {
    const ann = web.browser();
    const back = await toCompany(ann, await begin(ann));
    expect((await web.browser().get(back)).status).toBe(400);
    expect((await ann.get(back)).status).toBe(303);
    expect((await ann.get(back)).status).toBe(400);
    expect((await web.browser().get('/console/openid/callback?code=x&state=y')).status).toBe(400);
  });

  it('is begun by a page of ours only', async () => {
    const { text } = await web.browser().get('/console/sign-in');
    const fields = { form_token: formTokenIn(text) };
    const foreign = await web.browser().post('/console/openid', fields, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });

  it('asks for a fresh sign-in before what cannot be taken back, and comes back to where one was', async () => {
    const browser = web.browser();
    await signIn(browser);
    const { text } = await browser.get('/console/integrations/forms/delete');
    expect(text).not.toContain('Confirm that it’s you');
    const [operator] = await web.services.vault.operators.list();
    expect(operator?.passwordHash).toBeUndefined();

    const proof = await submitAt(browser, '/console/prove?to=/integrations/forms/delete', '/console/prove', {
      to: '/integrations/forms/delete',
    });
    const url = addressIn(proof.text);
    expect(new URL(url).searchParams.get('max_age')).toBe('0');
    const done = await browser.get(await toCompany(browser, url));
    expect([done.status, done.headers.location]).toEqual([303, '/console/integrations/forms/delete']);
  });

  it('goes nowhere else afterwards, whatever the address says', async () => {
    const browser = web.browser();
    await signIn(browser);
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', '@evil.example']) {
      const proof = await submitAt(browser, '/console/prove', '/console/prove', { to });
      const done = await browser.get(await toCompany(browser, addressIn(proof.text)));
      expect(done.headers.location).toBe('/console');
    }
  });

  async function begin(browser: HttpBrowser): Promise<string> {
    const { text } = await submitAt(browser, '/console/sign-in', '/console/openid');
    return addressIn(text);
  }

  /** The way back, as a path of ours. */
  async function toCompany(_browser: HttpBrowser, url: string): Promise<string> {
    const answer = await fetch(url, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    return `${back.pathname}${back.search}`;
  }

  async function signIn(browser: HttpBrowser) {
    return browser.get(await toCompany(browser, await begin(browser)));
  }
});

function addressIn(page: string): string {
  return (/class="button" href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
}

async function startCompany(): Promise<Company> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, { readonly nonce: string; readonly subject: string }>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', company.issuer);
    const json = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: company.issuer,
          authorization_endpoint: `${company.issuer}/authorize`,
          token_endpoint: `${company.issuer}/token`,
          jwks_uri: `${company.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/keys':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      case '/authorize': {
        const code = `code-${asked.size}`;
        asked.set(code, { nonce: url.searchParams.get('nonce') ?? '', subject: company.subject });
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = String(new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }));
        response.writeHead(302, { location: back.href });
        return response.end();
      }
      case '/token':
        return void (async () => {
          let body = '';
          for await (const chunk of request) body += chunk;
          const known = asked.get(new URLSearchParams(body).get('code') ?? '');
          const now = Math.floor(company.now());
          const claims = {
            iss: company.issuer,
            sub: known?.subject,
            aud: 'console',
            nonce: known?.nonce,
            iat: now,
            exp: now + 60,
            auth_time: now,
          };
          const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
          const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
          const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
          json({ access_token: 'a', token_type: 'bearer', id_token: `${signed}.${signature}` });
        })();
      default:
        response.writeHead(404);
        return response.end();
    }
  });
  const company: Company & { issuer: string } = {
    issuer: '',
    subject: '',
    now: () => Date.now() / 1000,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  company.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return company;
}
