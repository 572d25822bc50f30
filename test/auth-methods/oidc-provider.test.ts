import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  authorizationUrl,
  exchangeCode,
  newCodeVerifier,
  newState,
  refresh,
} from '../../src/auth-methods/oauth2/protocol.ts';
import { revoke } from '../../src/auth-methods/oauth2/revocation.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import type { TokenCredential } from '../../src/model/credential.ts';
import type { OAuth2Profile } from '../../src/model/profile.ts';

const REDIRECT = 'https://bot.example.com/oauth/callback/acme';
const ODD_SECRET = 'p+%: =&/?#"\'\\~!*()';

let server: Server;
let issuer: string;

/** An authorization server that we did not write, with rotation, revocation, PKCE for everybody and `iss`. */
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = {
    redirect_uris: [REDIRECT, 'https://bot.example.com/other'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  };
  const provider = new Provider(issuer, {
    clients: [
      { ...client, client_id: 'post', client_secret: 'secret', token_endpoint_auth_method: 'client_secret_post' },
      { ...client, client_id: 'ba:sic', client_secret: ODD_SECRET, token_endpoint_auth_method: 'client_secret_basic' },
      { ...client, client_id: 'public', token_endpoint_auth_method: 'none' },
    ],
    features: { revocation: { enabled: true } },
    pkce: { required: () => true },
    rotateRefreshToken: () => true,
    issueRefreshToken: async () => true,
    findAccount: async (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    cookies: { keys: ['test'] },
  });
  const handle = provider.callback();
}, 60_000);

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  vi.restoreAllMocks();
});

const profileOf = (overrides: Partial<OAuth2Profile> = {}): OAuth2Profile => ({
  id: 'system',
  title: 'Account',
  method: 'oauth2',
  origin: 'system',
  clientId: 'post',
  clientSecret: 'secret',
  authorizationUrl: `${issuer}/auth`,
  tokenUrl: `${issuer}/token`,
  revocationUrl: `${issuer}/token/revocation`,
  issuer,
  requiresIss: true,
  scopes: ['openid', 'offline_access'],
  authorizationParams: { prompt: 'consent' },
  placements: [],
  ...overrides,
});
const CLIENTS = {
  client_secret_post: {},
  client_secret_basic: { clientId: 'ba:sic', clientSecret: ODD_SECRET, clientAuthentication: 'client_secret_basic' },
  'no secret': { clientId: 'public', clientAuthentication: 'none' },
} as const satisfies Record<string, Partial<OAuth2Profile>>;
const context = () => ({
  send: createGuardedHttp().sender({ origins: [issuer], allowInsecureLoopback: true }),
  now: Date.now(),
});
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

interface Authorized {
  readonly profile: OAuth2Profile;
  readonly params: URLSearchParams;
  readonly state: string;
  readonly codeVerifier: string;
}

/** What a person does in a browser: signs in, consents, comes back. */
async function authorize(profile = profileOf()): Promise<Authorized> {
  const [state, codeVerifier] = [newState(), newCodeVerifier()];
  const start = await authorizationUrl(profile, { redirectUri: REDIRECT, scopes: [], state, codeVerifier });
  const jar = new Map<string, string>();
  let next: { readonly url: string; readonly form?: URLSearchParams } = { url: start };
  for (let step = 0; step < 20; step += 1) {
    if (next.url.startsWith(REDIRECT)) return { profile, params: new URL(next.url).searchParams, state, codeVerifier };
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
    next = location === null ? formOf(await response.text(), next.url) : { url: new URL(location, next.url).href };
  }
  throw new Error('the browser never came back');
}

function formOf(page: string, url: string): { readonly url: string; readonly form: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`no form on the page: ${page.slice(0, 500)}`);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.set(name, value);
  if (page.includes('name="login"')) {
    form.set('login', 'jane');
    form.set('password', 'any');
  }
  return { url: new URL(action, url).href, form };
}

const exchange = (done: Authorized, changes: Partial<Authorized> = {}): Promise<TokenCredential> => {
  const { profile, params, state, codeVerifier } = { ...done, ...changes };
  return exchangeCode(profile, { params, redirectUri: REDIRECT, state, codeVerifier, requestedScopes: [] }, context());
};
const connect = async (profile = profileOf()) => exchange(await authorize(profile));
const whoIs = async (credential: TokenCredential) => {
  const { send } = context();
  return (
    await send({ method: 'GET', url: `${issuer}/me`, headers: { authorization: `Bearer ${credential.accessToken}` } })
  ).status;
};
const sentence = (name: string) => (name === 'no secret' ? 'no secret' : name.replaceAll('_', ' '));

describe('against an authorization server that is not ours', () => {
  describe.each(Object.entries(CLIENTS))('with %s', (name, client) => {
    it(`connects, renews and revokes by ${sentence(name)}`, async () => {
      const profile = profileOf(client);
      const before = Date.now();
      const first = await connect(profile);
      expect(first.scopes).toEqual(['openid', 'offline_access']);
      expect(first.refreshToken).toBeDefined();
      expect(first.expiresAt).toBeGreaterThan(before + 60_000);
      expect(await whoIs(first)).toBe(200);

      const second = await refresh(profile, first, context());
      expect(second.accessToken).not.toBe(first.accessToken);
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect(await whoIs(second)).toBe(200);

      expect(await revoke(profile, second, context())).toBe('revoked');
      expect(await whoIs(second)).toBe(401);
      expect(await errorOf(refresh(profile, second, context()))).toMatchObject({
        kind: 'reauthorize',
        error: 'invalid_grant',
      });
    });
  });

  it('is refused with another verifier, and with none', async () => {
    const done = await authorize();
    expect(await errorOf(exchange(done, { codeVerifier: newCodeVerifier() }))).toMatchObject({
      kind: 'reauthorize',
      error: 'invalid_grant',
    });
    const again = await authorize();
    const { profile, params, state } = again;
    const bare = { params, redirectUri: REDIRECT, state, requestedScopes: [] };
    expect(await errorOf(exchangeCode(profile, bare, context()))).toMatchObject({
      kind: 'reauthorize',
      error: 'invalid_grant',
    });
  });

  it('is refused with another redirect URI', async () => {
    const { profile, params, state, codeVerifier } = await authorize();
    const answer = { params, redirectUri: 'https://bot.example.com/other', state, codeVerifier, requestedScopes: [] };
    expect(await errorOf(exchangeCode(profile, answer, context()))).toMatchObject({
      kind: 'reauthorize',
      error: 'invalid_grant',
    });
  });

  it('loses the grant when a code is used twice, which is why it never is', async () => {
    const done = await authorize();
    const first = await exchange(done);
    expect(await errorOf(exchange(done))).toMatchObject({ kind: 'reauthorize', error: 'invalid_grant' });
    expect(await errorOf(refresh(done.profile, first, context()))).toMatchObject({ kind: 'reauthorize' });
  });

  it('loses the grant when a rotated refresh token is used again, which is why renewal has a lease', async () => {
    const profile = profileOf();
    const first = await connect(profile);
    const second = await refresh(profile, first, context());
    expect(await errorOf(refresh(profile, first, context()))).toMatchObject({
      kind: 'reauthorize',
      error: 'invalid_grant',
    });
    expect(await errorOf(refresh(profile, second, context()))).toMatchObject({
      kind: 'reauthorize',
      error: 'invalid_grant',
    });
  });

  it('can be disconnected twice', async () => {
    const credential = await connect();
    expect(await revoke(profileOf(), credential, context())).toBe('revoked');
    expect(await revoke(profileOf(), credential, context())).toBe('revoked');
  });

  it('names itself, and is believed only under its own name (RFC 9207)', async () => {
    const done = await authorize();
    expect(done.params.get('iss')).toBe(issuer);
    const other = profileOf({ issuer: 'https://other.example.com' });
    expect(await errorOf(exchange(done, { profile: other }))).toMatchObject({
      error: 'invalid_authorization_response',
    });
    const unnamed = new URLSearchParams(done.params);
    unnamed.delete('iss');
    expect(await errorOf(exchange(done, { params: unnamed }))).toMatchObject({
      error: 'invalid_authorization_response',
    });
    expect(await whoIs(await exchange(done))).toBe(200);
  });

  it('is not asked at all for an answer with another state', async () => {
    const done = await authorize();
    expect(await errorOf(exchange(done, { state: newState() }))).toMatchObject({
      error: 'invalid_authorization_response',
    });
    expect(await whoIs(await exchange(done))).toBe(200);
  });

  it.each([
    ['a wrong secret in the body', { clientSecret: 'wrong' }],
    ['a wrong secret by Basic', { ...CLIENTS.client_secret_basic, clientSecret: 'wrong' }],
    ['a client it does not know', { clientId: 'unknown' }],
  ])('calls %s the fault of the deployment, and the grant lives on', async (_what, wrong) => {
    const right = profileOf('clientAuthentication' in wrong ? CLIENTS.client_secret_basic : {});
    const credential = await connect(right);
    expect(await errorOf(refresh(profileOf(wrong), credential, context()))).toMatchObject({
      kind: 'misconfigured',
      error: 'invalid_client',
    });
    expect(await whoIs(await refresh(right, credential, context()))).toBe(200);
  });

  it('says why nobody could be asked, and nothing is exchanged', async () => {
    const { params, profile, state, codeVerifier } = await authorize(
      profileOf({ authorizationParams: { prompt: 'none' } }),
    );
    expect(params.has('error')).toBe(true);
    const answer = { params, redirectUri: REDIRECT, state, codeVerifier, requestedScopes: [] };
    expect(await errorOf(exchangeCode(profile, answer, context()))).toMatchObject({
      kind: 'denied',
      error: 'login_required',
    });
  });
});
