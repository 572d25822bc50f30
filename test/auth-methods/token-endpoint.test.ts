import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangeCode, refresh } from '../../src/auth-methods/oauth2/protocol.ts';
import { LatchkeyError, OAuthRefusedError, ProviderUnreachableError } from '../../src/errors.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import type { TokenCredential } from '../../src/model/credential.ts';
import type { OAuth2Profile } from '../../src/model/profile.ts';
import { startServer, type TestServer } from '../http/start-server.ts';

const NOW = 1_800_000_000_000;
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;
const GOOD = {
  access_token: 'at-1',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: 'rt-2',
  scope: 'read write',
};
/** No part of any error may hold these. */
const SECRETS = ['client-secret-canary', 'refresh-canary', 'code-canary', 'verifier-canary', 'answer-canary'];

type Answer = (response: ServerResponse) => void;
type Expected =
  | { readonly token: Partial<TokenCredential> }
  | { readonly refused: string; readonly retryAfter?: number }
  | { readonly unreachable: true };

interface Behaviour {
  readonly what: string;
  readonly answer: Answer;
  readonly expected: Expected;
  readonly profile?: Partial<OAuth2Profile>;
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const text =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
const without = (name: keyof typeof GOOD) => Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));
const withField = (name: string, value: unknown) => ({ ...GOOD, [name]: value });
const jwt = (claims: unknown) =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

const token = (fields: Partial<TokenCredential> = {}): Expected => ({ token: { accessToken: 'at-1', ...fields } });
const refused = (kindAndError: string, retryAfter?: number): Expected => ({
  refused: kindAndError,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const invalid = refused('transient invalid_response');
const unreachable: Expected = { unreachable: true };
const expiresAt = NOW + 3_600_000;

const SUCCESSES: readonly Behaviour[] = [
  {
    what: 'a proper answer',
    answer: json(200, GOOD),
    expected: token({ expiresAt, refreshToken: 'rt-2', scopes: ['read', 'write'] }),
  },
  // the status decides: with 2xx the token counts, or a rotated pair would be thrown away for a word
  ...['invalid_grant', 'teapot', '', null, 0, { code: 1 }].map((error) => ({
    what: `a token and the error ${JSON.stringify(error)}`,
    answer: json(200, withField('error', error)),
    expected: token({ expiresAt, refreshToken: 'rt-2' }),
  })),
  { what: '201', answer: json(201, GOOD), expected: token({ expiresAt }) },
  { what: '202', answer: json(202, GOOD), expected: token() },
  { what: 'no token_type', answer: json(200, without('token_type')), expected: token() },
  { what: 'token_type null', answer: json(200, withField('token_type', null)), expected: token() },
  { what: 'token_type BEARER', answer: json(200, withField('token_type', 'BEARER')), expected: token() },
  {
    what: 'another token_type that the profile calls bearer',
    answer: json(200, withField('token_type', 'user')),
    expected: token(),
    profile: { tokenTypeIsBearer: true },
  },
  { what: 'expires_in as text', answer: json(200, withField('expires_in', '3600')), expected: token({ expiresAt }) },
  {
    what: 'expires_in with a fraction',
    answer: json(200, withField('expires_in', 0.5)),
    expected: token({ expiresAt: NOW + 500 }),
  },
  {
    what: 'expires_in 0',
    answer: json(200, withField('expires_in', 0)),
    expected: token({ expiresAt: undefined as never }),
  },
  {
    what: 'expires_in below 0',
    answer: json(200, withField('expires_in', -1)),
    expected: token({ expiresAt: undefined as never }),
  },
  {
    what: 'expires_in null',
    answer: json(200, withField('expires_in', null)),
    expected: token({ expiresAt: undefined as never }),
  },
  {
    what: 'expires_in that is no number',
    answer: json(200, withField('expires_in', 'soon')),
    expected: token({ expiresAt: undefined as never }),
  },
  {
    what: 'expires_in true',
    answer: json(200, withField('expires_in', true)),
    expected: token({ expiresAt: undefined as never }),
  },
  {
    what: 'expires_in 1e18',
    answer: json(200, withField('expires_in', 1e18)),
    expected: token({ expiresAt: NOW + TEN_YEARS }),
  },
  {
    what: 'expires_in 1e999',
    answer: json(200, JSON.stringify(GOOD).replace('3600', '1e999')),
    expected: token({ expiresAt: NOW + TEN_YEARS }),
  },
  {
    what: 'no expires_in, where the profile knows',
    answer: json(200, without('expires_in')),
    expected: token({ expiresAt: NOW + 86_400_000 }),
    profile: { defaultExpiresIn: 86_400 },
  },
  {
    what: 'expires_in 0, where the token is a JWT that says',
    answer: json(200, { ...GOOD, expires_in: 0, access_token: jwt({ exp: NOW / 1000 + 60 }) }),
    expected: { token: { expiresAt: NOW + 60_000 } },
    profile: { defaultExpiresIn: 86_400 },
  },
  {
    what: 'expires_in 0, where the JWT has long ended',
    answer: json(200, { ...GOOD, expires_in: 0, access_token: jwt({ exp: 1 }) }),
    expected: { token: { expiresAt: NOW + 86_400_000 } },
    profile: { defaultExpiresIn: 86_400 },
  },
  {
    what: 'a JWT that says nothing',
    answer: json(200, { ...without('expires_in'), access_token: jwt('text') }),
    expected: { token: { expiresAt: undefined as never } },
  },
  {
    what: 'a token that only looks like a JWT',
    answer: json(200, { ...without('expires_in'), access_token: 'a.b.c' }),
    expected: { token: { expiresAt: undefined as never } },
  },
  { what: 'no refresh_token', answer: json(200, without('refresh_token')), expected: token() },
  { what: 'refresh_token null', answer: json(200, withField('refresh_token', null)), expected: token() },
  { what: 'refresh_token empty', answer: json(200, withField('refresh_token', '')), expected: token() },
  {
    what: 'scope as a list',
    answer: json(200, withField('scope', ['read', 'write'])),
    expected: token({ scopes: ['read', 'write'] }),
  },
  {
    what: 'scope with commas, as the profile says',
    answer: json(200, withField('scope', 'read,write')),
    expected: token({ scopes: ['read', 'write'] }),
    profile: { scopeSeparator: ',' },
  },
  {
    what: 'scope with commas, although the profile says nothing of them',
    answer: json(200, withField('scope', 'read,write, read')),
    expected: token({ scopes: ['read', 'write'] }),
  },
  {
    what: 'scope with spaces, although it was asked for with commas',
    answer: json(200, withField('scope', 'read write')),
    expected: token({ scopes: ['read', 'write'] }),
    profile: { scopeSeparator: ',' },
  },
  {
    what: 'scope with odd white space and doubles',
    answer: json(200, withField('scope', ' read  write\tread ')),
    expected: token({ scopes: ['read', 'write'] }),
  },
  { what: 'scope null', answer: json(200, withField('scope', null)), expected: token({ scopes: ['asked'] }) },
  { what: 'scope empty', answer: json(200, withField('scope', '')), expected: token({ scopes: ['asked'] }) },
  {
    what: 'scope as an object',
    answer: json(200, withField('scope', { a: 1 })),
    expected: token({ scopes: ['asked'] }),
  },
  {
    what: 'the tokens themselves among the scopes',
    answer: json(200, { ...GOOD, refresh_token: 'answer-canary', scope: 'read as-answer-canary' }),
    expected: token({ refreshToken: 'answer-canary', scopes: ['read'] }),
  },
  {
    what: 'fewer scopes than asked for',
    answer: json(200, withField('scope', 'read')),
    expected: token({ scopes: ['read'] }),
  },
  { what: 'an id_token nobody asked for', answer: json(200, withField('id_token', 'not.a.token')), expected: token() },
  { what: 'unknown fields', answer: json(200, { ...GOOD, ok: true, team: { id: 1 } }), expected: token() },
  {
    what: '__proto__ in the answer',
    answer: json(200, `{"__proto__":{"polluted":1},${JSON.stringify(GOOD).slice(1)}`),
    expected: token(),
  },
  { what: 'no content type', answer: text(200, JSON.stringify(GOOD)), expected: token() },
  {
    what: 'text/html that is JSON',
    answer: text(200, JSON.stringify(GOOD), { 'content-type': 'text/html' }),
    expected: token(),
  },
  {
    what: 'text/javascript that is JSON',
    answer: text(200, JSON.stringify(GOOD), { 'content-type': 'text/javascript' }),
    expected: token(),
  },
  { what: 'a byte order mark', answer: text(200, `\ufeff${JSON.stringify(GOOD)}`), expected: token() },
  { what: 'white space around', answer: text(200, `\n\n ${JSON.stringify(GOOD)} \n`), expected: token() },
  {
    what: 'gzip',
    answer: text(200, gzipSync(JSON.stringify(GOOD)), { 'content-encoding': 'gzip' }),
    expected: token(),
  },
  {
    what: 'a token of 16 KiB',
    answer: json(200, withField('access_token', 'a'.repeat(16_384))),
    expected: { token: { accessToken: 'a'.repeat(16_384) } },
  },
  {
    what: 'a token with all characters it may have',
    answer: json(200, withField('access_token', 'aZ09-._~+/==')),
    expected: { token: { accessToken: 'aZ09-._~+/==' } },
  },
  {
    what: 'a doubled key, of which JSON takes the last',
    answer: text(200, `{"access_token":"no",${JSON.stringify(GOOD).slice(1)}`),
    expected: token(),
  },
];

const MALFORMED: readonly Behaviour[] = [
  {
    what: 'token_type mac',
    answer: json(200, withField('token_type', 'mac')),
    expected: refused('misconfigured unsupported_token_type'),
  },
  {
    what: 'token_type DPoP',
    answer: json(200, withField('token_type', 'DPoP')),
    expected: refused('misconfigured unsupported_token_type'),
  },
  {
    what: 'token_type 5',
    answer: json(200, withField('token_type', 5)),
    expected: refused('misconfigured unsupported_token_type'),
  },
  ...[
    ['a line break', 'at\r\nX-Evil: answer-canary'],
    ['NUL', 'at\0answer-canary'],
    ['a space', 'at answer-canary'],
    ['letters outside ASCII', 'ключ-answer-canary'],
    ['a quote', 'at"answer-canary'],
    ['= in the middle', 'at=answer-canary'],
  ].map(([what, value]) => ({
    what: `an access token with ${what}`,
    answer: json(200, withField('access_token', value)),
    expected: refused('transient invalid_token_syntax'),
  })),
  {
    what: 'an access token of 64 KiB',
    answer: json(200, withField('access_token', 'a'.repeat(65_536))),
    expected: refused('transient invalid_token_syntax'),
  },
  {
    what: 'a refresh token with a line break',
    answer: json(200, withField('refresh_token', 'a\nanswer-canary')),
    expected: refused('transient invalid_token_syntax'),
  },
  {
    what: 'a refresh token that is a number',
    answer: json(200, withField('refresh_token', 5)),
    expected: refused('transient invalid_token_syntax'),
  },
  { what: 'an access token that is empty', answer: json(200, withField('access_token', '')), expected: invalid },
  { what: 'an access token that is null', answer: json(200, withField('access_token', null)), expected: invalid },
  { what: 'an access token that is a number', answer: json(200, withField('access_token', 5)), expected: invalid },
  {
    what: 'an access token that is an object',
    answer: json(200, withField('access_token', { a: 1 })),
    expected: invalid,
  },
  { what: 'neither token nor error', answer: json(200, {}), expected: invalid },
  { what: 'an empty body', answer: json(200, ''), expected: invalid },
  { what: '204', answer: text(204, ''), expected: invalid },
  { what: 'null', answer: json(200, 'null'), expected: invalid },
  { what: 'a list', answer: json(200, [GOOD]), expected: invalid },
  { what: 'text in JSON', answer: json(200, '"at-1"'), expected: invalid },
  { what: 'half of the JSON', answer: json(200, JSON.stringify(GOOD).slice(0, 40)), expected: invalid },
  { what: 'JSON twice', answer: json(200, JSON.stringify(GOOD).repeat(2)), expected: invalid },
  { what: 'JSON with a guard in front', answer: json(200, `)]}'\n${JSON.stringify(GOOD)}`), expected: invalid },
  {
    what: 'a form-encoded answer',
    answer: text(200, 'access_token=at-1&token_type=bearer', { 'content-type': 'application/x-www-form-urlencoded' }),
    expected: invalid,
  },
  {
    what: 'a page',
    answer: text(200, '<html>answer-canary</html>', { 'content-type': 'text/html' }),
    expected: invalid,
  },
  { what: 'UTF-16', answer: text(200, Buffer.from(JSON.stringify(GOOD), 'utf16le')), expected: invalid },
  { what: 'JSON a hundred thousand levels deep', answer: json(200, '['.repeat(100_000)), expected: invalid },
];

const REFUSALS: readonly Behaviour[] = [
  // our log has the code of a refusal
  {
    what: 'an error that repeats the client secret',
    answer: json(400, { error: 'client-secret-canary' }),
    expected: invalid,
  },
  {
    what: 'an error that contains a token of its response',
    answer: json(400, { access_token: 'answer-canary-1', error: 'x.answer-canary-1' }),
    expected: invalid,
  },
  {
    what: '400 invalid_grant',
    answer: json(400, { error: 'invalid_grant', error_description: 'answer-canary' }),
    expected: refused('reauthorize invalid_grant'),
  },
  {
    what: '401 invalid_grant',
    answer: json(401, { error: 'invalid_grant' }),
    expected: refused('reauthorize invalid_grant'),
  },
  {
    what: '403 invalid_grant',
    answer: json(403, { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' }),
    expected: refused('reauthorize invalid_grant'),
  },
  {
    what: '200 with invalid_grant',
    answer: json(200, { error: 'invalid_grant' }),
    expected: refused('reauthorize invalid_grant'),
  },
  {
    what: '200 with ok false',
    answer: json(200, { ok: false, error: 'invalid_code' }),
    expected: refused('transient invalid_code'),
  },
  {
    what: '400 with error and token',
    answer: json(400, { ...GOOD, error: 'invalid_grant' }),
    expected: refused('reauthorize invalid_grant'),
  },
  {
    what: '401 invalid_client with a challenge',
    answer: json(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic realm="x"' }),
    expected: refused('misconfigured invalid_client'),
  },
  {
    what: '400 invalid_client',
    answer: json(400, { error: 'invalid_client' }),
    expected: refused('misconfigured invalid_client'),
  },
  {
    what: '400 unauthorized_client',
    answer: json(400, { error: 'unauthorized_client' }),
    expected: refused('misconfigured unauthorized_client'),
  },
  {
    what: '401 access_denied, which is a wrong client secret here',
    answer: json(401, { error: 'access_denied', error_description: 'Unauthorized' }),
    expected: refused('misconfigured access_denied'),
  },
  {
    what: '400 invalid_scope',
    answer: json(400, { error: 'invalid_scope' }),
    expected: refused('misconfigured invalid_scope'),
  },
  {
    what: '400 invalid_request',
    answer: json(400, { error: 'invalid_request' }),
    expected: refused('misconfigured invalid_request'),
  },
  {
    what: '400 unsupported_grant_type',
    answer: json(400, { error: 'unsupported_grant_type' }),
    expected: refused('misconfigured unsupported_grant_type'),
  },
  {
    what: '400 redirect_uri_mismatch',
    answer: json(400, { error: 'redirect_uri_mismatch' }),
    expected: refused('misconfigured redirect_uri_mismatch'),
  },
  { what: 'an error nobody knows', answer: json(400, { error: 'teapot' }), expected: refused('transient teapot') },
  { what: 'an error that is an object', answer: json(400, { error: { msg: 'answer-canary' } }), expected: invalid },
  {
    what: 'an error that is a sentence',
    answer: json(400, { error: "Couldn't authenticate you, answer-canary" }),
    expected: invalid,
  },
  { what: 'an error with a line break', answer: json(400, { error: 'invalid_grant\n' }), expected: invalid },
  { what: 'an error of 1 MB', answer: json(400, { error: 'x'.repeat(200_000) }), expected: invalid },
  { what: '400 with a page', answer: text(400, '<html>'), expected: invalid },
  {
    what: '401 with a challenge and no body',
    answer: text(401, '', { 'www-authenticate': 'Bearer' }),
    expected: invalid,
  },
  { what: '403 with a page', answer: text(403, '<html>'), expected: invalid },
  { what: '404 with a page, as for a tenant that is not there', answer: text(404, '<html>'), expected: invalid },
  { what: '405', answer: text(405, ''), expected: invalid },
  { what: '429', answer: text(429, 'slow down'), expected: invalid },
  {
    what: '429 with seconds',
    answer: json(429, { error: 'rate_limited' }, { 'retry-after': '17' }),
    expected: refused('transient rate_limited', 17),
  },
  {
    what: '429 with invalid_grant, which proves nothing',
    answer: json(429, { error: 'invalid_grant' }),
    expected: refused('transient invalid_grant'),
  },
  { what: '500 with a page', answer: text(500, '<html>answer-canary'), expected: invalid },
  {
    what: '500 with invalid_grant, which proves nothing',
    answer: json(500, { error: 'invalid_grant' }),
    expected: refused('transient invalid_grant'),
  },
  { what: '502', answer: text(502, ''), expected: invalid },
  {
    what: '503 with seconds',
    answer: text(503, '', { 'retry-after': '120' }),
    expected: refused('transient invalid_response', 120),
  },
  {
    what: '503 temporarily_unavailable',
    answer: json(503, { error: 'temporarily_unavailable' }),
    expected: refused('transient temporarily_unavailable'),
  },
  { what: '503 with a token', answer: json(503, GOOD), expected: invalid },
  { what: '599', answer: text(599, ''), expected: invalid },
  ...[301, 302, 303, 307, 308].map((status) => ({
    what: `${status} to another host`,
    answer: json(status, GOOD, { location: 'http://evil.example/token' }),
    expected: invalid,
  })),
  { what: '304', answer: text(304, ''), expected: invalid },
];

const BREAKDOWNS: readonly Behaviour[] = [
  { what: 'no answer', answer: () => {}, expected: unreachable },
  {
    what: 'a slow drip',
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 30);
      response.on('close', () => clearInterval(drip));
    },
    expected: unreachable,
  },
  { what: 'a reset connection', answer: (response) => void response.socket?.resetAndDestroy(), expected: unreachable },
  { what: 'a closed connection', answer: (response) => void response.socket?.destroy(), expected: unreachable },
  {
    what: 'a body shorter than it says',
    answer: (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(JSON.stringify(GOOD));
      setTimeout(() => response.socket?.end(), 20);
    },
    expected: unreachable,
  },
  {
    what: 'a body of 64 MB',
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const megabyte = 'a'.repeat(1024 * 1024);
      let left = 64;
      const more = () => {
        while (left-- > 0) if (!response.write(megabyte)) return void response.once('drain', more);
        response.end();
      };
      more();
    },
    expected: unreachable,
  },
  {
    what: 'a gzip bomb',
    answer: text(200, gzipSync(Buffer.alloc(32 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
    expected: unreachable,
  },
  {
    what: 'gzip that is none',
    answer: text(200, JSON.stringify(GOOD), { 'content-encoding': 'gzip' }),
    expected: unreachable,
  },
];

const BEHAVIOURS = [...SUCCESSES, ...MALFORMED, ...REFUSALS, ...BREAKDOWNS];

/** Three ways to ask: code by form, refresh by JSON, refresh by form with Basic. */
const WAYS = ['code', 'json', 'basic'] as const;
const counts = { tried: 0, crashes: 0, hangs: 0, leaks: 0 };

describe('a token endpoint (F1)', () => {
  let server: TestServer;
  let answer: Answer = () => {};

  beforeAll(async () => {
    server = await startServer((_request, response) => answer(response));
  });
  afterAll(async () => {
    await server.close();
    console.log(
      `F1 token answers tried: ${BEHAVIOURS.length} (${counts.tried} requests, ${WAYS.length} ways), ` +
        `crashes ${counts.crashes}, hangs ${counts.hangs}, leaks ${counts.leaks}`,
    );
    expect(BEHAVIOURS.length).toBeGreaterThanOrEqual(60);
    expect(counts).toMatchObject({ tried: BEHAVIOURS.length * WAYS.length, crashes: 0, hangs: 0, leaks: 0 });
  });

  const ask = (way: (typeof WAYS)[number], overrides: Partial<OAuth2Profile>): Promise<TokenCredential> => {
    const profile: OAuth2Profile = {
      id: 'system',
      title: 'Account',
      method: 'oauth2',
      origin: 'system',
      clientId: 'client',
      clientSecret: 'client-secret-canary',
      authorizationUrl: `${server.origin}/authorize`,
      tokenUrl: `${server.origin}/token`,
      scopes: [],
      placements: [],
      tokenRequestFormat: way === 'json' ? 'json' : 'form',
      clientAuthentication: way === 'basic' ? 'client_secret_basic' : 'client_secret_post',
      ...overrides,
    };
    const context = { send: createGuardedHttp({ timeoutMs: 300 }).sender(server.guard), now: NOW };
    if (way !== 'code') {
      const credential = {
        type: 'oauth2',
        accessToken: 'old',
        refreshToken: 'refresh-canary',
        scopes: ['asked'],
      } as const;
      return refresh(profile, credential, context);
    }
    const params = new URLSearchParams({ code: 'code-canary', state: 'state' });
    const codeVerifier = 'verifier-canary-verifier-canary-verifier-canary';
    const redirectUri = 'http://127.0.0.1:3978/oauth/callback/x';
    return exchangeCode(
      profile,
      { params, redirectUri, state: 'state', codeVerifier, requestedScopes: ['asked'] },
      context,
    );
  };

  it.each([
    ['code', 'verifier-canary-verifier-canary-verifier-canary'],
    ['json', 'refresh-canary'],
    ['basic', 'refresh-canary'],
  ] as const)('has its refusal without a secret of the request, whatever it repeats (%s)', async (way, secret) => {
    answer = json(400, { error: secret });
    await expect(ask(way, {})).rejects.toMatchObject({ kind: 'transient', error: 'invalid_response' });
  });

  const cases = BEHAVIOURS.flatMap((behaviour) => WAYS.map((way) => ({ ...behaviour, way })));
  it.each(cases)('answers $what ($way)', async ({ answer: given, expected, profile = {}, way }) => {
    answer = given;
    const before = server.received.length;
    const started = performance.now();
    const outcome = await ask(way, profile).catch((error: unknown) => error);
    counts.tried += 1;
    if (performance.now() - started > 2_000) counts.hangs += 1;
    if (outcome instanceof Error && !(outcome instanceof LatchkeyError)) counts.crashes += 1;
    if (outcome instanceof Error && SECRETS.some((secret) => shownBy(outcome).includes(secret))) counts.leaks += 1;
    expect(server.received.length - before, 'one request, never a second').toBe(1);
    expect({}).not.toHaveProperty('polluted');
    if ('token' in expected) {
      expect(outcome).toMatchObject({ type: 'oauth2' });
      for (const [name, value] of Object.entries(expected.token)) {
        expect((outcome as Record<string, unknown>)[name], name).toEqual(value);
      }
      expect(Object.keys(outcome as object).every((key) => FIELDS.has(key))).toBe(true);
    } else if ('unreachable' in expected) {
      expect(outcome).toBeInstanceOf(ProviderUnreachableError);
    } else {
      expect(outcome).toBeInstanceOf(OAuthRefusedError);
      const { kind, error, retryAfter } = outcome as OAuthRefusedError;
      expect(`${kind} ${error}`).toBe(expected.refused);
      expect(retryAfter).toBe(expected.retryAfter);
    }
  });
});

const FIELDS = new Set(['type', 'accessToken', 'refreshToken', 'expiresAt', 'scopes']);

function shownBy(error: Error): string {
  const shown = [inspect(error, { showHidden: true, depth: 20 }), JSON.stringify(error), String(error.stack)];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
    shown.push(inspect(cause, { showHidden: true }));
  return shown.join('\n');
}
