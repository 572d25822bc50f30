import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  beginOpenIdSignIn,
  completeOpenIdSignIn,
  type OpenIdSettings,
  type PendingOpenId,
} from '../../../src/flows/operator/sign-in-openid.ts';
import { readFacts } from '../../../src/model/stored-facts.ts';
import { KEYS, operator } from '../../vault/records.ts';
import { openServices } from './open-services.ts';

const REDIRECT = 'https://bot.example.com/console/openid';

let services: Awaited<ReturnType<typeof openServices>>;

beforeEach(async () => {
  services = await openServices('sqlite::memory:', KEYS);
});

afterEach(async () => {
  await services.vault.close();
});

const refusals = async () =>
  (await services.vault.audit.list({ limit: 9, what: 'sign_in_refused' })).map(({ what, result }) =>
    readFacts(what, result),
  );

describe('the company’s own OpenID provider', () => {
  let server: Server;
  let issuer: string;

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
    let handle: RequestListener = () => {};
    server = await listening((request, response) => handle(request, response));
    issuer = originOf(server);
    const client = { redirect_uris: [REDIRECT], grant_types: ['authorization_code'], response_types: ['code'] };
    handle = new Provider(issuer, {
      clients: [
        { ...client, client_id: 'post', client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' },
        { ...client, client_id: 'public', token_endpoint_auth_method: 'none' },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      findAccount: async (_context: unknown, id: string) => ({
        accountId: id,
        claims: async () => ({ sub: id, email: `${id}@Example.com`, email_verified: id !== 'unverified' }),
      }),
      cookies: { keys: ['test'] },
    }).callback();
  }, 60_000);

  afterAll(async () => {
    await closed(server);
    vi.restoreAllMocks();
  });

  const settings = (given: Partial<OpenIdSettings> = {}): OpenIdSettings => ({
    issuer,
    clientId: 'post',
    clientSecret: 'secret',
    allowed: ['ann@example.com'],
    ...given,
  });
  const begin = async (openId = settings(), maxAge?: number) => {
    const begun = await beginOpenIdSignIn(services, openId, {
      redirectUri: REDIRECT,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    if (begun.status !== 'redirect') throw new Error(begun.status);
    return begun;
  };
  const complete = (params: URLSearchParams, pending: PendingOpenId, openId = settings()) =>
    completeOpenIdSignIn(services, openId, { params, redirectUri: REDIRECT, pending });
  const signIn = async (login: string, openId = settings(), jar: Jar = new Map()) => {
    const { url, pending } = await begin(openId);
    return complete(await browse(url, login, jar), pending, openId);
  };

  test('says who somebody is, and makes an operator of who is allowed', async () => {
    const first = await signIn('ann');
    expect(first).toMatchObject({
      status: 'signed_in',
      operator: { name: 'ann@example.com', subject: { issuer, id: 'ann' } },
    });
    expect(await signIn('ann')).toEqual(first);
    expect(await services.vault.operators.count()).toBe(1);
    expect(await services.vault.audit.list({ limit: 1 })).toMatchObject([
      { actor: 'operator:ann@example.com', what: 'signed_in', result: 'openid' },
    ]);
  });

  test('works without a client secret too', async () => {
    const { clientSecret: _, ...rest } = settings({ clientId: 'public' });
    expect(await signIn('ann', rest)).toMatchObject({ status: 'signed_in' });
  });

  test.each([
    ['a subject', ['ann'], 'ann', 'signed_in'],
    ['an address, whatever its case', ['ANN@example.COM'], 'ann', 'signed_in'],
    ['a domain', ['@Example.com'], 'ann', 'signed_in'],
    ['nobody', [], 'ann', 'not_allowed'],
    ['another subject', ['bob'], 'ann', 'not_allowed'],
    ['another domain', ['@ample.com', 'example.com', '@evil-example.com'], 'ann', 'not_allowed'],
    ['an address that is not verified', ['unverified@example.com', '@example.com'], 'unverified', 'not_allowed'],
    ['the subject of an address that is not verified', ['unverified'], 'unverified', 'signed_in'],
  ])('lets in %s', async (_, allowed, login, status) => {
    expect(await signIn(login, settings({ allowed }))).toMatchObject({ status });
    expect(await services.vault.operators.count()).toBe(status === 'signed_in' ? 1 : 0);
    expect(await refusals()).toEqual(status === 'signed_in' ? [] : [{ kind: 'openid_refused', code: 'not_allowed' }]);
  });

  test('no longer lets in who was taken from the list', async () => {
    expect(await signIn('ann')).toMatchObject({ status: 'signed_in' });
    expect(await signIn('ann', settings({ allowed: ['@other.example'] }))).toEqual({ status: 'not_allowed' });
  });

  test('makes one operator of a person who comes twice at once, and nobody else of a namesake', async () => {
    await services.vault.operators.put(operator({ name: 'ann@example.com' }));
    const outcomes = await Promise.all([signIn('ann'), signIn('ann')]);
    const ids = outcomes.map((outcome) => (outcome.status === 'signed_in' ? outcome.operator.id : ''));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe('o1');
    expect(outcomes[0]).toMatchObject({ operator: { name: `ann at ${new URL(issuer).host}` } });
    expect(await services.vault.operators.count()).toBe(2);
  });

  test('sends with PKCE, state and nonce, each used once', async () => {
    const [one, two] = [await begin(), await begin()];
    const query = new URL(one.url).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('response_type')).toBe('code');
    expect(query.get('redirect_uri')).toBe(REDIRECT);
    expect(query.get('state')).toBe(one.pending.state);
    expect(query.get('nonce')).toBe(one.pending.nonce);
    expect(one.url).not.toContain(one.pending.codeVerifier);
    expect(two.pending).not.toEqual(one.pending);
  });

  test.each(['state', 'nonce', 'codeVerifier'] as const)('answers nobody whose %s is another one', async (name) => {
    const { url, pending } = await begin();
    const params = await browse(url, 'ann');
    const other = (await begin()).pending;
    expect(await complete(params, { ...pending, [name]: other[name] })).toEqual({ status: 'refused' });
    expect(await services.vault.operators.count()).toBe(0);
    expect(await refusals()).toEqual([{ kind: 'openid_refused', code: 'refused' }]);
  });

  test('answers nobody twice with one code', async () => {
    const { url, pending } = await begin();
    const params = await browse(url, 'ann');
    expect(await complete(params, pending)).toMatchObject({ status: 'signed_in' });
    expect(await complete(params, pending)).toEqual({ status: 'refused' });
  });

  test('is believed under its own name only (RFC 9207)', async () => {
    const { url, pending } = await begin();
    const params = await browse(url, 'ann');
    params.set('iss', 'https://other.example.com');
    expect(await complete(params, pending)).toEqual({ status: 'refused' });
  });

  test('says that somebody turned back', async () => {
    const { pending } = await begin();
    const params = new URLSearchParams({ error: 'access_denied', state: pending.state, iss: issuer });
    expect(await complete(params, pending)).toEqual({ status: 'cancelled' });
    params.set('state', 'forged');
    expect(await complete(params, pending)).toEqual({ status: 'refused' });
  });

  test('asks for the password again where that is wanted', async () => {
    const jar: Jar = new Map();
    await signIn('ann', settings(), jar);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const again = await begin(settings(), 0);
    expect(new URL(again.url).searchParams.get('max_age')).toBe('0');
    const pages: string[] = [];
    const params = await browse(again.url, 'ann', jar, pages);
    expect(pages.some((page) => page.includes('name="login"'))).toBe(true);
    expect(await complete(params, again.pending)).toMatchObject({ status: 'signed_in' });
  });

  test('that refuses our registration is misconfigured', async () => {
    const { url, pending } = await begin();
    const params = await browse(url, 'ann');
    expect(await complete(params, pending, settings({ clientSecret: 'wrong' }))).toMatchObject({
      status: 'misconfigured',
    });
  });

  test('that is not where the setting says is misconfigured or unreachable', async () => {
    const input = { redirectUri: REDIRECT };
    const at = (other: string) => beginOpenIdSignIn(services, settings({ issuer: other }), input);
    expect(await at(`${issuer}/elsewhere`)).toMatchObject({ status: 'misconfigured' });
    expect(await at(issuer.replace('127.0.0.1', 'localhost'))).toMatchObject({ status: 'misconfigured' });
    expect(await at('http://127.0.0.1:1')).toEqual({ status: 'unreachable' });
    expect(await at('http://login.example.com')).toMatchObject({ status: 'misconfigured' });
    expect(await at('https://10.0.0.1')).toMatchObject({ status: 'misconfigured', error: 'host_refused' });
    expect(await at('not an address')).toMatchObject({ status: 'misconfigured' });
  });
});

describe('a provider that answers wrongly', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: foreignKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const seconds = () => Math.floor(Date.now() / 1000);

  let server: Server;
  let issuer: string;
  let nonce: string;
  let idToken: (claims: Readonly<Record<string, unknown>>) => string;
  let metadata: Readonly<Record<string, unknown>>;
  let userInfo: Readonly<Record<string, unknown>>;
  let keysStatus: number;

  beforeEach(async () => {
    idToken = (claims) => signed(claims, privateKey);
    metadata = {};
    userInfo = { sub: 'ann', email: 'ann@example.com', email_verified: true };
    keysStatus = 200;
    server = await listening((request, response) => {
      const path = new URL(request.url ?? '/', issuer).pathname;
      const answers: Record<string, () => unknown> = {
        '/.well-known/openid-configuration': () => ({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          userinfo_endpoint: `${issuer}/me`,
          id_token_signing_alg_values_supported: ['RS256'],
          ...metadata,
        }),
        '/token': () => ({
          access_token: 'token',
          token_type: 'bearer',
          id_token: idToken({ iss: issuer, sub: 'ann', aud: 'us', iat: seconds(), exp: seconds() + 60, nonce }),
        }),
        '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }),
        '/me': () => userInfo,
      };
      response.writeHead(path === '/jwks' ? keysStatus : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answers[path]?.() ?? {}));
    });
    issuer = originOf(server);
  });

  afterEach(async () => {
    await closed(server);
  });

  const outcome = async () => {
    const openId = { issuer, clientId: 'us', clientSecret: 'secret', allowed: ['@example.com'] };
    const begun = await beginOpenIdSignIn(services, openId, { redirectUri: REDIRECT });
    if (begun.status !== 'redirect') return begun;
    const { pending } = begun;
    nonce = pending.nonce;
    const params = new URLSearchParams({ code: 'code', state: pending.state });
    return completeOpenIdSignIn(services, openId, { params, redirectUri: REDIRECT, pending });
  };

  test('is believed when all is well', async () => {
    expect(await outcome()).toMatchObject({ status: 'signed_in' });
  });

  test.each<[string, (claims: Readonly<Record<string, unknown>>) => string]>([
    ['a signature with a key that is not the provider’s', (claims) => signed(claims, foreignKey)],
    ['a signature that is cut', (claims) => signed(claims, privateKey).slice(0, -8)],
    ['no signature', (claims) => `${part({ alg: 'none' })}.${part(claims)}.`],
    ['a signature with our client secret', (claims) => mac(claims, 'secret')],
    [
      'a signature with the public key as a secret',
      (claims) => mac(claims, publicKey.export({ type: 'spki', format: 'pem' })),
    ],
    ['claims that were changed', (claims) => forged(signed(claims, privateKey), { ...claims, sub: 'mallory' })],
    ['another issuer', (claims) => signed({ ...claims, iss: 'https://other.example' }, privateKey)],
    ['another audience', (claims) => signed({ ...claims, aud: 'others' }, privateKey)],
    ['several audiences and another party', (claims) => signed({ ...claims, aud: ['us', 'x'], azp: 'x' }, privateKey)],
    ['a time that is over', (claims) => signed({ ...claims, exp: seconds() - 31 }, privateKey)],
    ['no end', ({ exp: _, ...claims }) => signed(claims, privateKey)],
    ['no nonce', ({ nonce: _, ...claims }) => signed(claims, privateKey)],
    ['another nonce', (claims) => signed({ ...claims, nonce: 'another' }, privateKey)],
    ['no subject', ({ sub: _, ...claims }) => signed(claims, privateKey)],
    ['something else', () => 'not a token'],
  ])('is not believed with %s', async (_, wrong) => {
    idToken = wrong;
    expect(await outcome()).toEqual({ status: 'refused' });
    expect(await services.vault.operators.count()).toBe(0);
  });

  test('is not believed when its details are of somebody else', async () => {
    userInfo = { ...userInfo, sub: 'somebody else' };
    expect(await outcome()).toEqual({ status: 'refused' });
  });

  test.each([['true'], [1], [undefined]])('vouches for no address with email_verified: %s', async (verified) => {
    userInfo = { ...userInfo, email_verified: verified };
    expect(await outcome()).toEqual({ status: 'not_allowed' });
  });

  test('is unreachable while its keys are', async () => {
    keysStatus = 503;
    expect(await outcome()).toEqual({ status: 'unreachable' });
  });

  test.each([
    ['another issuer', { issuer: 'https://other.example' }, 'invalid_discovery'],
    ['a token endpoint inside the network', { token_endpoint: 'http://10.0.0.1/token' }, 'host_refused'],
    ['a token endpoint at a cloud’s host agent', { token_endpoint: 'http://169.254.169.254/token' }, 'host_refused'],
    ['no token endpoint', { token_endpoint: undefined }, undefined],
  ])('that names %s sees nobody', async (_, wrong, error) => {
    metadata = wrong;
    const answer = await outcome();
    expect(['misconfigured', 'refused']).toContain(answer.status);
    if (error !== undefined) expect(answer).toEqual({ status: 'misconfigured', error });
    expect(await services.vault.operators.count()).toBe(0);
  });
});

type Jar = Map<string, string>;

/** What a person does in a browser: signs in, consents, comes back. */
async function browse(
  start: string,
  login: string,
  jar: Jar = new Map(),
  pages: string[] = [],
): Promise<URLSearchParams> {
  let next: { readonly url: string; readonly form?: URLSearchParams } = { url: start };
  for (let step = 0; step < 20; step += 1) {
    if (next.url.startsWith(REDIRECT)) return new URL(next.url).searchParams;
    const response: Response = await fetch(next.url, {
      method: next.form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form === undefined ? {} : { body: next.form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) pages.push(await response.clone().text());
    next =
      location === null ? formOf(await response.text(), next.url, login) : { url: new URL(location, next.url).href };
  }
  throw new Error('the browser never came back');
}

function formOf(page: string, url: string, login: string): { readonly url: string; readonly form: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`no form on the page: ${page.slice(0, 500)}`);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    form.set(name, value);
  }
  if (page.includes('name="login"')) {
    form.set('login', login);
    form.set('password', 'any');
  }
  return { url: new URL(action, url).href, form };
}

function part(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function signed(claims: object, key: KeyObject): string {
  const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function mac(claims: object, secret: string | Buffer): string {
  const text = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function forged(token: string, claims: object): string {
  const [header = '', , signature = ''] = token.split('.');
  return [header, part(claims), signature].join('.');
}

async function listening(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
