import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authMethodOf } from '../../../src/auth-methods/auth-methods.ts';
import {
  authorizationUrl,
  clientCredentialsGrant,
  exchangeCode,
  newCodeVerifier,
  newState,
  refresh,
} from '../../../src/auth-methods/oauth2/protocol.ts';
import { revoke } from '../../../src/auth-methods/oauth2/revocation.ts';
import {
  ConfigurationError,
  HostRefusedError,
  OAuthRefusedError,
  ProviderUnreachableError,
} from '../../../src/errors.ts';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import type { TokenCredential } from '../../../src/model/credential.ts';
import type { ClientCredentialsProfile, OAuth2Profile } from '../../../src/model/profile.ts';
import { answerJson, startServer, type TestServer } from '../../http/start-server.ts';

const NOW = 1_800_000_000_000;
const REDIRECT = 'https://bot.example.com/oauth/callback/acme';
const GOOD = { access_token: 'at-2', token_type: 'bearer', expires_in: 3600, refresh_token: 'rt-2', scope: 'read' };

let server: TestServer;
let answer: (url: string, body: string) => { status: number; body: unknown };

beforeEach(async () => {
  answer = () => ({ status: 200, body: GOOD });
  server = await startServer((request, response) => {
    const { status, body } = answer(request.url, request.body);
    answerJson(response, status, body);
  });
});
afterEach(() => server.close());

const profileOf = (overrides: Partial<OAuth2Profile> = {}): OAuth2Profile => ({
  id: 'system',
  title: 'Account',
  method: 'oauth2',
  origin: 'system',
  clientId: 'client',
  clientSecret: 'secret',
  authorizationUrl: 'https://auth.example.com/authorize',
  tokenUrl: `${server.origin}/token`,
  revocationUrl: `${server.origin}/revoke`,
  scopes: ['always'],
  placements: [],
  ...overrides,
});
const contextOf = () => ({ send: createGuardedHttp({ timeoutMs: 500 }).sender(server.guard), now: NOW });
const held: TokenCredential = {
  type: 'oauth2',
  accessToken: 'at-1',
  refreshToken: 'rt-1',
  expiresAt: 1,
  scopes: ['read', 'write'],
};
const exchange = (query: string, profile = profileOf(), parts = {}) =>
  exchangeCode(
    profile,
    { params: new URLSearchParams(query), redirectUri: REDIRECT, state: 'S', requestedScopes: ['asked'], ...parts },
    contextOf(),
  );
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const sent = (index = 0) => Object.fromEntries(new URLSearchParams(server.received[index]?.body));

describe('the authorization request', () => {
  const request = { redirectUri: REDIRECT, scopes: ['read', 'write'], state: 'S' };

  it('carries what RFC 6749 and RFC 7636 ask for, and what the profile adds', async () => {
    const codeVerifier = newCodeVerifier();
    const profile = profileOf({ authorizationParams: { audience: 'api.example.com', prompt: 'consent' } });
    const url = new URL(await authorizationUrl(profile, { ...request, codeVerifier }));
    expect(`${url.origin}${url.pathname}`).toBe('https://auth.example.com/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      audience: 'api.example.com',
      prompt: 'consent',
      response_type: 'code',
      client_id: 'client',
      redirect_uri: REDIRECT,
      scope: 'always read write',
      state: 'S',
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(url.href).not.toContain('secret');
    expect(url.href).toContain('scope=always%20read%20write');
  });

  it('keeps the query of the address, but nothing there, nor in the profile, can stand for what is ours', async () => {
    const literals = 'response_type=token&client_id=evil&redirect_uri=https://evil.example&state=evil&scope=evil';
    const profile = profileOf({
      authorizationUrl: `https://auth.example.com/authorize?realm=a%20b&${literals}&code_challenge=evil#fragment`,
      authorizationParams: {
        state: 'evil',
        redirect_uri: 'https://evil.example',
        code_challenge_method: 'plain',
        response_type: 'token',
      },
    });
    const href = await authorizationUrl(profile, { ...request, codeVerifier: newCodeVerifier() });
    const { searchParams, hash } = new URL(href);
    expect(searchParams.get('realm')).toBe('a b');
    expect(href).not.toContain('evil');
    expect(hash).toBe('');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of new Set(searchParams.keys())) expect(searchParams.getAll(name), name).toHaveLength(1);
  });

  it('has no PKCE without a verifier and no scope where none is asked for', async () => {
    const url = new URL(await authorizationUrl(profileOf({ scopes: [] }), { ...request, scopes: [] }));
    expect(url.searchParams.has('code_challenge')).toBe(false);
    expect(url.searchParams.has('scope')).toBe(false);
  });

  it('separates scopes as the profile says and asks for each once', async () => {
    const profile = profileOf({ scopes: ['read'], scopeSeparator: ',' });
    const url = new URL(await authorizationUrl(profile, request));
    expect(url.searchParams.get('scope')).toBe('read,write');
  });

  it('goes to the tenant, and nowhere else', async () => {
    const profile = profileOf({ authorizationUrl: 'https://{tenant}.example.com/oauth' });
    expect(await authorizationUrl(profile, { ...request, tenant: 'acme' })).toContain(
      'https://acme.example.com/oauth?',
    );
    for (const tenant of ['', 'evil.example#', 'evil.example/', 'a@b', 'xn--x', 'A', undefined]) {
      const asked = { ...request, ...(tenant === undefined ? {} : { tenant }) };
      expect(await errorOf(authorizationUrl(profile, asked)), String(tenant)).toBeInstanceOf(HostRefusedError);
    }
  });

  it.each([
    'http://auth.example.com/',
    'javascript:alert(1)',
    'ftp://auth.example.com',
    'https://u:p@auth.example.com',
    '/authorize',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
  ])('does not send a browser to %s', async (address) => {
    expect(await errorOf(authorizationUrl(profileOf({ authorizationUrl: address }), request))).toBeInstanceOf(
      HostRefusedError,
    );
  });

  it('sends a browser to a sandbox on this machine', async () => {
    for (const origin of ['http://127.0.0.1:3979', 'http://localhost:3979', 'http://[::1]:3979']) {
      expect(await authorizationUrl(profileOf({ authorizationUrl: `${origin}/authorize` }), request)).toContain(origin);
    }
  });

  it('has 256 bit of state and a new verifier each time', () => {
    const states = new Set(Array.from({ length: 100 }, newState));
    const verifiers = new Set(Array.from({ length: 100 }, newCodeVerifier));
    expect([states.size, verifiers.size]).toEqual([100, 100]);
    expect([...states].every((state) => Buffer.from(state, 'base64url').length === 32)).toBe(true);
    expect([...verifiers].every((verifier) => /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier))).toBe(true);
  });
});

describe('exchanging a code', () => {
  it('sends the code, the redirect URI as it was sent, the verifier and the client', async () => {
    const verifier = newCodeVerifier();
    const credential = await exchange('code=C&state=S', profileOf(), { codeVerifier: verifier });
    expect(sent()).toEqual({
      grant_type: 'authorization_code',
      code: 'C',
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      client_id: 'client',
      client_secret: 'secret',
    });
    expect(server.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(credential).toEqual({
      type: 'oauth2',
      accessToken: 'at-2',
      refreshToken: 'rt-2',
      expiresAt: NOW + 3_600_000,
      scopes: ['read'],
    });
  });

  it.each(['https://bot.example.com', 'https://bot.example.com/cb?account=acme', 'https://BOT.example.com:443/cb'])(
    'sends the redirect URI %s exactly as the browser took it',
    async (redirectUri) => {
      await exchange('code=C&state=S', profileOf(), { redirectUri });
      expect(sent().redirect_uri).toBe(redirectUri);
    },
  );

  it('speaks JSON where the product documents that, with its own lifetimes as numbers', async () => {
    const tokenParams = { expires_in: '86400', audience: 'x' };
    await exchange('code=007&state=S', profileOf({ tokenRequestFormat: 'json', tokenParams, clientId: '12345' }));
    expect(server.received[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({
      code: '007',
      client_id: '12345',
      expires_in: 86_400,
      audience: 'x',
    });
  });

  it('lets no parameter of the profile stand for what is ours', async () => {
    const tokenParams = {
      code: 'evil',
      grant_type: 'password',
      redirect_uri: 'https://evil.example',
      client_id: 'evil',
      client_secret: 'evil',
    };
    await exchange('code=C&state=S', profileOf({ tokenParams }));
    expect(server.received[0]?.body).not.toContain('evil');
    expect(sent()).toMatchObject({ code: 'C', grant_type: 'authorization_code' });
  });

  it('names the client by Basic with odd characters encoded (RFC 6749 section 2.3.1)', async () => {
    const profile = profileOf({
      clientAuthentication: 'client_secret_basic',
      clientId: 'cl:ient',
      clientSecret: 'p+ä%: =',
    });
    await exchange('code=C&state=S', profile);
    const basic = Buffer.from(
      server.received[0]?.headers.authorization?.replace('Basic ', '') ?? '',
      'base64',
    ).toString();
    expect(basic).toBe('cl%3Aient:p%2B%C3%A4%25%3A+%3D');
    expect(sent()).not.toHaveProperty('client_secret');
  });

  it('sends no secret for a public client', async () => {
    await exchange('code=C&state=S', profileOf({ clientAuthentication: 'none' }));
    expect(sent()).toMatchObject({ client_id: 'client' });
    expect(sent()).not.toHaveProperty('client_secret');
  });

  it('takes the scopes that were asked for where the answer names none', async () => {
    answer = () => ({ status: 200, body: { access_token: 'at' } });
    expect((await exchange('code=C&state=S')).scopes).toEqual(['always', 'asked']);
  });

  it('counts the lifetime from before the request', async () => {
    expect((await exchange('code=C&state=S')).expiresAt).toBe(NOW + 3_600_000);
  });

  it('goes to the tenant, and nowhere else', async () => {
    const profile = profileOf({ tokenUrl: `${server.origin}/{tenant}/token` });
    await exchange('code=C&state=S', profile, { tenant: 'acme' });
    expect(server.received[0]?.url).toBe('/acme/token');
    expect(await errorOf(exchange('code=C&state=S', profile, { tenant: '../x' }))).toBeInstanceOf(HostRefusedError);
    expect(await errorOf(exchange('code=C&state=S', profile))).toBeInstanceOf(HostRefusedError);
    expect(server.received).toHaveLength(1);
  });

  it('sends nothing to an endpoint that the guard does not allow', async () => {
    const other = await startServer((_request, response) => answerJson(response, 200, GOOD));
    expect(await errorOf(exchange('code=C&state=S', profileOf({ tokenUrl: `${other.origin}/token` })))).toBeInstanceOf(
      HostRefusedError,
    );
    expect(
      await errorOf(exchange('code=C&state=S', profileOf({ tokenUrl: 'http://example.com/token' }))),
    ).toBeInstanceOf(HostRefusedError);
    expect(other.connections()).toBe(0);
    await other.close();
  });
});

describe('an authorization response', () => {
  it.each([
    ['no state', 'code=C'],
    ['another state', 'code=C&state=T'],
    ['an empty state', 'code=C&state='],
    ['two states', 'code=C&state=S&state=S'],
    ['two states, one wrong', 'code=C&state=S&state=T'],
    ['state in another case', 'code=C&state=s'],
    ['no code', 'state=S'],
    ['an empty code', 'code=&state=S'],
    ['two codes', 'code=C&code=D&state=S'],
    ['code[] instead of code', 'code[]=C&state=S'],
    ['a token of the implicit flow', 'access_token=A&token_type=bearer&state=S'],
    ['an id_token', 'code=C&state=S&id_token=x.y.z'],
    ['a JARM response', 'code=C&state=S&response=x.y.z'],
    ['nothing', ''],
  ])('with %s is refused before any request', async (_what, query) => {
    expect(await errorOf(exchange(query))).toMatchObject({ code: 'oauth_refused', kind: 'denied' });
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['access_denied', 'denied'],
    ['invalid_scope', 'misconfigured'],
    ['unauthorized_client', 'misconfigured'],
    ['invalid_request', 'misconfigured'],
    ['server_error', 'transient'],
    ['temporarily_unavailable', 'transient'],
    ['consent_required', 'denied'],
  ])('with error=%s is %s', async (error, kind) => {
    expect(await errorOf(exchange(`error=${error}&error_description=words&state=S`))).toMatchObject({ kind, error });
    expect(await errorOf(exchange(`error=${error}&code=C&state=S`))).toMatchObject({ kind, error });
    expect(server.connections()).toBe(0);
  });

  it('with an error counts only with our state', async () => {
    expect(await errorOf(exchange('error=access_denied&state=T'))).toMatchObject({
      error: 'invalid_authorization_response',
    });
  });

  it('shows no free text of the server, nor the code', async () => {
    const error = await errorOf(exchange('error=<script>&error_description=<script>&code=canary&state=S'));
    expect(error).toBeInstanceOf(OAuthRefusedError);
    expect(String((error as Error).stack)).not.toMatch(/script>|canary/);
    expect((error as Error).cause).toBeUndefined();
  });

  describe('of a server with a known issuer (RFC 9207)', () => {
    const issuer = 'https://auth.example.com';

    it('is taken with the right iss', async () => {
      await exchange(`code=C&state=S&iss=${issuer}`, profileOf({ issuer, requiresIss: true }));
      expect(server.received).toHaveLength(1);
    });

    it.each([
      'https://evil.example',
      'https://auth.example.com/',
      'https://AUTH.example.com',
      'https://auth.example.com&iss=https://auth.example.com',
    ])('is refused with iss=%s', async (iss) => {
      expect(await errorOf(exchange(`code=C&state=S&iss=${iss}`, profileOf({ issuer })))).toMatchObject({
        kind: 'denied',
      });
      expect(server.connections()).toBe(0);
    });

    it('is refused without iss where the server always sends it, and taken where it does not', async () => {
      expect(await errorOf(exchange('code=C&state=S', profileOf({ issuer, requiresIss: true })))).toMatchObject({
        kind: 'denied',
      });
      expect(await errorOf(exchange('code=C&state=S&iss=', profileOf({ issuer, requiresIss: true })))).toMatchObject({
        kind: 'denied',
      });
      expect(server.connections()).toBe(0);
      await exchange('code=C&state=S', profileOf({ issuer }));
      expect(server.received).toHaveLength(1);
    });

    it('is taken with any iss where we know no issuer to compare it with', async () => {
      await exchange('code=C&state=S&iss=https://whoever.example', profileOf());
      expect(server.received).toHaveLength(1);
    });

    it('is never taken where iss is required and no issuer is known', async () => {
      const profile = profileOf({ requiresIss: true });
      expect(await errorOf(exchange('code=C&state=S&iss=https://issuer.example', profile))).toMatchObject({
        kind: 'denied',
      });
      expect(server.connections()).toBe(0);
    });
  });
});

describe('refreshing', () => {
  it('sends the refresh token and takes the new pair', async () => {
    const renewed = await refresh(profileOf({ tokenParams: { expires_in: '600' } }), held, contextOf());
    expect(sent()).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'rt-1',
      client_id: 'client',
      client_secret: 'secret',
      expires_in: '600',
    });
    expect(renewed).toEqual({
      type: 'oauth2',
      accessToken: 'at-2',
      refreshToken: 'rt-2',
      expiresAt: NOW + 3_600_000,
      scopes: ['read'],
    });
  });

  it('keeps the refresh token and the scopes where the answer omits them (R35)', async () => {
    answer = () => ({ status: 200, body: { access_token: 'at-2', refresh_token: null } });
    expect(await refresh(profileOf(), held, contextOf())).toEqual({
      type: 'oauth2',
      accessToken: 'at-2',
      refreshToken: 'rt-1',
      scopes: ['read', 'write'],
    });
  });

  it('lets the old expiry go where the new token does not end', async () => {
    answer = () => ({ status: 200, body: { access_token: 'at-2' } });
    expect(await refresh(profileOf(), held, contextOf())).not.toHaveProperty('expiresAt');
  });

  it('knows the errors by which a product calls a grant dead, and at the exchange the deployment’s fault', async () => {
    answer = () => ({
      status: 403,
      body: { error: 'unauthorized_client', error_description: 'refresh_token is invalid' },
    });
    const profile = profileOf({ deadGrantErrors: ['unauthorized_client'] });
    expect(await errorOf(refresh(profile, held, contextOf()))).toMatchObject({
      kind: 'reauthorize',
      error: 'unauthorized_client',
    });
    expect(await errorOf(exchange('code=C&state=S', profile))).toMatchObject({ kind: 'misconfigured' });
    expect(await errorOf(refresh(profileOf(), held, contextOf()))).toMatchObject({ kind: 'misconfigured' });
  });

  it('knows a word of its own for a dead code, too', async () => {
    answer = () => ({ status: 200, body: { error: 'bad_verification_code' } });
    const profile = profileOf({ deadGrantErrors: ['bad_verification_code'] });
    expect(await errorOf(exchange('code=C&state=S', profile))).toMatchObject({ kind: 'reauthorize' });
    expect(await errorOf(exchange('code=C&state=S'))).toMatchObject({ kind: 'transient' });
  });

  it('goes to an endpoint of its own where the product has one', async () => {
    await refresh(profileOf({ refreshUrl: `${server.origin}/renew` }), held, contextOf());
    await exchange('code=C&state=S', profileOf({ refreshUrl: `${server.origin}/renew` }));
    expect(server.received.map(({ url }) => url)).toEqual(['/renew', '/token']);
  });

  it('needs a refresh token', async () => {
    const { refreshToken: _, ...bare } = held;
    expect(await errorOf(refresh(profileOf(), bare, contextOf()))).toMatchObject({ kind: 'reauthorize' });
    expect(server.connections()).toBe(0);
  });

  it('says that nothing is known when there was no answer', async () => {
    const dead = { ...contextOf(), send: createGuardedHttp().sender(server.guard) };
    await server.close();
    expect(await errorOf(refresh(profileOf(), held, dead))).toBeInstanceOf(ProviderUnreachableError);
  });
});

describe('revoking', () => {
  it('ends the refresh token first, then the access token (RFC 7009)', async () => {
    answer = () => ({ status: 200, body: {} });
    expect(await revoke(profileOf(), held, contextOf())).toBe('revoked');
    expect([sent(0), sent(1)]).toEqual([
      { token: 'rt-1', token_type_hint: 'refresh_token', client_id: 'client', client_secret: 'secret' },
      { token: 'at-1', token_type_hint: 'access_token', client_id: 'client', client_secret: 'secret' },
    ]);
  });

  it('ends the access token where there is no other', async () => {
    const { refreshToken: _, ...bare } = held;
    expect(await revoke(profileOf(), bare, contextOf())).toBe('revoked');
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['a token that was dead already', 400, { error: 'invalid_token' }, 'revoked'],
    ['a token the server does not know', 200, {}, 'revoked'],
    ['204', 204, '', 'revoked'],
    ['a kind of token it cannot revoke', 400, { error: 'unsupported_token_type' }, 'unsupported'],
    ['a wrong client', 401, { error: 'invalid_client' }, 'failed'],
    ['a page', 404, '<html>', 'failed'],
    ['a redirect', 302, '', 'failed'],
    ['503', 503, '', 'failed'],
    ['429', 429, '', 'failed'],
  ])('says of %s (%i) what became of it', async (_what, status, body, outcome) => {
    answer = () => ({ status, body });
    expect(await revoke(profileOf(), held, contextOf())).toBe(outcome);
  });

  it('is done when only the access token cannot be revoked', async () => {
    answer = (_url, body) =>
      body.includes('rt-1') ? { status: 200, body: {} } : { status: 400, body: { error: 'unsupported_token_type' } };
    expect(await revoke(profileOf(), held, contextOf())).toBe('revoked');
  });

  it('never throws, so that the local part of a disconnect always happens', async () => {
    const broken = () => Promise.reject(new RangeError('odd'));
    expect(await revoke(profileOf(), held, { send: broken, now: NOW })).toBe('failed');
    expect(await revoke(profileOf({ revocationUrl: 'nonsense' }), held, contextOf())).toBe('failed');
    expect(await revoke(profileOf({ revocationUrl: 'https://{tenant}.example.com' }), held, contextOf())).toBe(
      'failed',
    );
    const context = contextOf();
    await server.close();
    expect(await revoke(profileOf(), held, context)).toBe('failed');
  });

  it('is not possible where the product has no way', async () => {
    const { revocationUrl: _, ...profile } = profileOf();
    expect(await revoke(profile, held, contextOf())).toBe('unsupported');
    expect(server.connections()).toBe(0);
  });

  it.each([
    [204, 'revoked'],
    [200, 'revoked'],
    [401, 'unsupported'],
    [404, 'unsupported'],
    [429, 'failed'],
    [500, 'failed'],
  ])('can be a DELETE with the token as bearer, where %i means %s', async (status, outcome) => {
    answer = () => ({ status, body: '' });
    const profile = profileOf({
      revocationRequest: 'delete',
      revocationUrl: `${server.origin}/oauth/tokens/current.json`,
    });
    expect(await revoke(profile, held, contextOf())).toBe(outcome);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ method: 'DELETE', url: '/oauth/tokens/current.json', body: '' });
    expect(server.received[0]?.headers.authorization).toBe('Bearer at-1');
  });
});

describe('a bot that authorizes itself', () => {
  const botProfile = (overrides: Partial<ClientCredentialsProfile> = {}): ClientCredentialsProfile => ({
    id: 'bot',
    title: 'The bot itself',
    method: 'oauth2',
    grant: 'client_credentials',
    origin: 'custom',
    clientId: 'client',
    clientSecret: 'secret',
    tokenUrl: `${server.origin}/token`,
    scopes: ['read', 'write'],
    placements: [],
    ...overrides,
  });

  it('asks with its client, its scopes and what the profile adds (RFC 6749 section 4.4)', async () => {
    const profile = botProfile({
      scopeSeparator: ',',
      tokenParams: { audience: 'https://api.acme.example' },
      tokenHeaders: { 'X-App-Key': 'k', Accept: 'text/plain' },
    });
    const token = await clientCredentialsGrant(profile, contextOf());
    expect(sent()).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client',
      client_secret: 'secret',
      scope: 'read,write',
      audience: 'https://api.acme.example',
    });
    expect(server.received[0]?.headers).toMatchObject({ 'x-app-key': 'k', accept: 'application/json' });
    expect(token).toEqual({ type: 'oauth2', accessToken: 'at-2', expiresAt: NOW + 3_600_000, scopes: ['read'] });
  });

  it('renews by asking again, where the profile says', async () => {
    const profile = botProfile({ refreshUrl: `${server.origin}/renew` });
    const token = { type: 'oauth2', accessToken: 'old', scopes: [] } as const;
    expect(await authMethodOf('oauth2').renew(profile, token, contextOf())).toMatchObject({ accessToken: 'at-2' });
    expect(server.received.map(({ url }) => url)).toEqual(['/renew']);
    expect(sent()).toMatchObject({ grant_type: 'client_credentials' });
  });

  it('never sends a person anywhere', async () => {
    const request = { redirectUri: REDIRECT, scopes: [], state: 'S' };
    expect(await errorOf(authorizationUrl(botProfile(), request))).toBeInstanceOf(ConfigurationError);
    const answered = { params: new URLSearchParams('code=C&state=S'), redirectUri: REDIRECT, state: 'S' };
    const exchanged = exchangeCode(botProfile(), { ...answered, requestedScopes: [] }, contextOf());
    expect(await errorOf(exchanged)).toBeInstanceOf(ConfigurationError);
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['invalid_client', 'misconfigured'],
    ['invalid_scope', 'misconfigured'],
    ['server_error', 'transient'],
  ])('tells %s as %s', async (error, kind) => {
    answer = () => ({ status: 400, body: { error } });
    expect(await errorOf(clientCredentialsGrant(botProfile(), contextOf()))).toMatchObject({ kind, error });
  });
});
