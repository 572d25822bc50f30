import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { profileProblems } from '../../src/auth-methods/check-profile.ts';
import { tokenExchangeGrant } from '../../src/auth-methods/oauth2/protocol.ts';
import { oauth2 } from '../../src/auth-methods/oauth2.ts';
import { OAuthRefusedError } from '../../src/errors.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { problemLine } from '../../src/model/problem.ts';
import type { ClientCredentialsProfile, TokenExchange } from '../../src/model/profile.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const PLACEMENTS = [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }] as const;

const wayAt = (tokenUrl: string, exchange: TokenExchange, changes: Partial<ClientCredentialsProfile> = {}) => ({
  ...({ id: 'exchange', title: 'The bot’s sign-in', method: 'oauth2', grant: 'client_credentials' } as const),
  ...({
    origin: 'system',
    clientId: 'bot',
    clientSecret: 's+ecret',
    clientAuthentication: 'client_secret_basic',
  } as const),
  ...{ tokenUrl, scopes: ['read'], placements: PLACEMENTS, exchange, ...changes },
});
const contextAt = (origin: string) => ({
  send: createGuardedHttp().sender({ origins: [origin], allowInsecureLoopback: true }),
  now: 1_800_000_000_000,
});

describe('a token exchange (RFC 8693) at an authorization server that we did not write', () => {
  let server: Server;
  let provider: Provider;
  let issuer: string;
  const given: Readonly<Record<string, string | undefined>>[] = [];

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
    server = createServer((request, response) => provider.callback()(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = { client_id: 'bot', client_secret: 's+ecret', redirect_uris: [], response_types: [] };
    provider = new Provider(issuer, {
      clients: [{ ...client, grant_types: [TOKEN_EXCHANGE], token_endpoint_auth_method: 'client_secret_basic' }],
      scopes: ['read'],
      cookies: { keys: ['test'] },
    });
    // the grant itself is for the deployment to write; who asks, how, and with which parameters is the server's own matter
    provider.registerGrantType(
      TOKEN_EXCHANGE,
      async (context) => {
        const { client: asking, params } = context.oidc;
        given.push(params);
        const subject = await provider.AccessToken.find(params.subject_token ?? '');
        if (subject === undefined) {
          context.status = 400;
          context.body = { error: 'invalid_request' };
          return;
        }
        const of = { client: asking, accountId: subject.accountId, scope: params.scope, gty: 'exchange' };
        const token = new provider.AccessToken(of);
        const value = await token.save();
        context.body = {
          ...{ access_token: value, issued_token_type: ACCESS_TOKEN, token_type: 'Bearer' },
          ...{ expires_in: token.expiration, scope: params.scope },
        };
      },
      ['subject_token', 'subject_token_type', 'requested_token_type', 'audience', 'resource', 'scope'],
    );
  }, 60_000);
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    vi.restoreAllMocks();
  });

  const annsToken = async () =>
    new provider.AccessToken({ client: await provider.Client.find('bot'), accountId: 'ann', scope: 'openid' }).save();

  it('gives a token of the same person for one that the bot has', async () => {
    const way = wayAt(`${issuer}/token`, { audience: 'acme', resource: 'https://api.acme.example/' });
    const subject = await annsToken();
    const granted = await tokenExchangeGrant(way, way.exchange, subject, contextAt(issuer));
    expect(granted).toMatchObject({ type: 'oauth2', scopes: ['read'], expiresAt: expect.any(Number) });
    expect(granted.accessToken).not.toBe(subject);
    expect(await provider.AccessToken.find(granted.accessToken)).toMatchObject({ accountId: 'ann' });
    expect(given.at(-1)).toMatchObject({
      ...{ subject_token: subject, subject_token_type: ACCESS_TOKEN, requested_token_type: ACCESS_TOKEN },
      ...{ audience: 'acme', resource: 'https://api.acme.example/', scope: 'read' },
    });
  });

  it('is refused with a token that nobody gave, and with another client', async () => {
    const way = wayAt(`${issuer}/token`, {});
    const refused = tokenExchangeGrant(way, way.exchange, 'made-up', contextAt(issuer));
    await expect(refused).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.not.stringContaining('made-up'),
    });
    const stranger = wayAt(`${issuer}/token`, {}, { clientSecret: 'another' });
    await expect(
      tokenExchangeGrant(stranger, stranger.exchange, await annsToken(), contextAt(issuer)),
    ).rejects.toBeInstanceOf(OAuthRefusedError);
  });
});

describe('Microsoft’s on-behalf-of', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const start = async (
    answer: object = { access_token: 'at', refresh_token: 'rt', token_type: 'Bearer', expires_in: 60 },
  ) => {
    server = await startServer((_request, response) => answerJson(response, 200, answer));
    return wayAt(`${server.origin}/token`, { kind: 'on_behalf_of' }, { clientAuthentication: 'client_secret_post' });
  };
  const asked = () => Object.fromEntries(new URLSearchParams(server.received.splice(0)[0]?.body));

  it('has the person’s token as its assertion', async () => {
    const way = await start();
    const granted = await tokenExchangeGrant(way, way.exchange, 'token-of-ann', contextAt(server.origin));
    expect(granted).toMatchObject({ accessToken: 'at', refreshToken: 'rt' });
    expect(asked()).toEqual({
      ...{ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', requested_token_use: 'on_behalf_of' },
      ...{ assertion: 'token-of-ann', client_id: 'bot', client_secret: 's+ecret', scope: 'read' },
    });
  });

  it('is renewed by its refresh token, and not at all without one: the person’s token is kept nowhere', async () => {
    const way = await start();
    const granted = await tokenExchangeGrant(way, way.exchange, 'token-of-ann', contextAt(server.origin));
    expect(JSON.stringify(granted)).not.toContain('token-of-ann');
    server.received.splice(0);
    await oauth2.renew(way, granted, contextAt(server.origin));
    expect(asked()).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'rt' });
    const { refreshToken: _, ...once } = granted;
    expect(await oauth2.renew(way, once, contextAt(server.origin))).toBeUndefined();
    expect(server.received).toEqual([]);
  });
});

it('is one grant, and needs a client that proves itself', () => {
  const linesOf = (changes: Partial<ClientCredentialsProfile>) =>
    profileProblems(wayAt('https://acme.example/token', {}, changes), { baseUrl: 'https://api.acme.example' }).map(
      problemLine,
    );
  expect(linesOf({})).toEqual([]);
  expect(linesOf({ accountId: 'a' })).toEqual(['exchange: there is another grant too: keep one']);
  expect(linesOf({ clientAuthentication: 'none' })).toEqual([
    'clientSecret: a bot that authorizes itself needs a secret',
  ]);
});
