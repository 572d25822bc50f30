import { type PlayedSandbox, startPlayed } from 'latchkey/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleOfPattern } from '../../sandbox/played/example-of-pattern.ts';
import { OAuthRefusedError } from '../../src/errors.ts';
import { atPlayed, botToken, callOf, openPlayedWorld, type PlayedWorld } from '../integrations/played-world.ts';

let world: PlayedWorld | undefined;
let sandbox: PlayedSandbox | undefined;
afterEach(async () => {
  await world?.close();
  await sandbox?.close();
  world = undefined;
  sandbox = undefined;
});

const oauth = {
  id: 'system',
  title: 'Acme account',
  method: 'oauth2',
  clientId: { secret: 'ACME_CLIENT_ID' },
  clientSecret: { secret: 'ACME_CLIENT_SECRET' },
  authorizationUrl: 'https://login.acme.example/authorize',
  tokenUrl: 'https://login.acme.example/token',
  revocationUrl: 'https://login.acme.example/revoke',
  scopes: ['read', 'write'],
  refreshTokens: 'single_use',
};
const key = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [{ key: 'key', title: 'Key', type: 'password', pattern: '^ak_[a-z0-9]{20,}$' }],
  placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
};
const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://api.acme.example/v2',
  profiles: [oauth, key],
  check: { path: '/me', account: { id: 'id', label: 'email' } },
};
const withOAuth = (changes: object) => ({ ...acme, profiles: [{ ...oauth, ...changes }, key] });

describe('a stand-in that plays a definition', () => {
  it.each([
    ['acme: the stand-in does not play profiles.0.tokenRequestFormat', withOAuth({ tokenRequestFormat: 'xml' })],
    ['acme: the stand-in does not play profiles.0.refreshTokens', withOAuth({ refreshTokens: 'sometimes' })],
    ['acme: the stand-in does not play profiles.0.dpop', withOAuth({ dpop: true })],
    [
      'acme: the stand-in does not play profiles.0.clientAuthentication',
      withOAuth({ clientAuthentication: 'kerberos' }),
    ],
    ['acme: the stand-in does not play profiles.0', withOAuth({ grant: 'password' })],
    ['acme: the stand-in does not play profiles.0', { ...acme, profiles: [{ ...key, method: 'oauth1' }] }],
    ['acme: the stand-in does not play check.method', { ...acme, check: { ...acme.check, method: 'PATCH' } }],
    ['acme: the stand-in does not play signing', { ...acme, signing: 'hawk' }],
    ['a definition: the stand-in does not play', {}],
  ])('refuses a dialect that it does not play: %s', async (expected, definition) => {
    await expect(startPlayed([definition])).rejects.toThrow(expected);
  });

  it('plays what it is given', async () => {
    world = await openPlayedWorld([acme]);
    const ann = world.person();
    expect(await ann.consent('acme', { profile: 'system' })).toMatchObject({ status: 'done' });
    expect(await ann.connections()).toMatchObject([{ account: { id: 'acme-ann', label: 'ann@acme.example' } }]);
    expect(world.sandbox.product('acme').complaints).toEqual([]);
  });

  // what the library does is right by one definition and wrong by the other
  it.each<readonly [string, object]>([
    ['a body in JSON', { tokenRequestFormat: 'json' }],
    ['the client in a header', { clientAuthentication: 'client_secret_basic' }],
    ['another secret', { clientSecret: 'another' }],
    ['another client', { clientId: 'another' }],
    ['a parameter of the token request', { tokenParams: { audience: 'acme' } }],
    ['a header of the token request', { tokenHeaders: { 'x-version': '2' } }],
    ['a parameter of the authorization request', { authorizationParams: { prompt: 'consent' } }],
    ['scopes with commas', { scopeSeparator: ',' }],
    ['one more scope', { scopes: ['read', 'write', 'admin'] }],
    ['no PKCE', { pkce: false }],
    ['another token address', { tokenUrl: 'https://login.acme.example/oauth/token' }],
    ['another token host', { tokenUrl: 'https://token.acme.example/token' }],
    ['another authorization address', { authorizationUrl: 'https://login.acme.example/oauth/authorize' }],
    ['its own token type', { tokenTypeIsBearer: true }],
    ['another scheme', { placements: [{ in: 'header', name: 'Authorization', value: 'Token {{accessToken}}' }] }],
  ])('does not take the library for right where it wants %s', async (_what, changes) => {
    const played = withOAuth(changes);
    world = await openPlayedWorld([played], { as: [acme] });
    const ann = world.person();
    const ended = await ann.consent('acme', { profile: 'system' }).then(
      ({ status }) => status,
      () => 'no page',
    );
    expect(ended).not.toBe('done');
    expect(await ann.connections()).toEqual([]);
  });

  it.each([
    ['another base path', { baseUrl: 'https://api.acme.example/v3' }],
    ['another host', { baseUrl: 'https://eu.acme.example/v2' }],
    ['another check', { check: { ...acme.check, path: '/whoami' } }],
    ['a check by POST', { check: { ...acme.check, method: 'POST' } }],
    ['another place for the id', { check: { path: '/me', account: { id: 'user.id' } } }],
  ])('does not take a key for right where it wants %s', async (_what, changes) => {
    world = await openPlayedWorld([{ ...acme, ...changes }], { as: [acme] });
    const ann = world.person();
    const { status } = await ann.type('acme', world.sandbox.product('acme').typed('key'), 'key');
    expect(status).not.toBe('connected');
  });

  const bot = {
    ...{ id: 'bot', title: 'The bot', method: 'oauth2', grant: 'client_credentials', scopes: ['read'] },
    ...{ clientId: { secret: 'ACME_CLIENT_ID' }, tokenUrl: 'https://login.acme.example/token' },
  };
  const secret = { clientSecret: { secret: 'ACME_CLIENT_SECRET' } };
  const clientKey = { privateKey: { secret: 'ACME_PRIVATE_KEY' }, id: 'k' };
  it.each<readonly [string, object, object]>([
    ['its client', secret, { clientSecret: 'another' }],
    ['an account', { ...secret, accountId: 'a' }, { ...secret, accountId: 'b' }],
    ['a JWT', { clientKey, assertion: { subject: 'ann' } }, { clientKey, assertion: { subject: 'bob' } }],
    ['a JWT with scopes', { clientKey, assertion: { scopesIn: 'claim' } }, { clientKey, assertion: {} }],
    ['a token of the person', { ...secret, exchange: { audience: 'acme' } }, { ...secret, exchange: {} }],
    ['the person’s token, on behalf of them', { ...secret, exchange: { kind: 'on_behalf_of' } }, secret],
    ['its key', { clientKey, clientAuthentication: 'private_key_jwt' }, secret],
  ])('lets a bot in by %s, and by nothing else', async (_what, right, wrong) => {
    const definition = { ...acme, profiles: [key, { ...bot, ...right }] };
    world = await openPlayedWorld([definition]);
    expect(await botToken(atPlayed(definition, world.sandbox), 'bot')).toMatch(/^at-/);
    const other = { ...acme, profiles: [key, { ...bot, ...wrong }] };
    await expect(botToken(atPlayed(other, world.sandbox), 'bot')).rejects.toThrow(OAuthRefusedError);
  });

  it('answers at an endpoint that two ways share as the one that is asked', async () => {
    const shared = { ...bot, clientSecret: { secret: 'ACME_SECRET' }, tokenParams: { subject_type: 'enterprise' } };
    const definition = { ...acme, profiles: [{ ...oauth, tokenParams: {} }, shared] };
    world = await openPlayedWorld([definition]);
    const person = world.person();
    expect(await person.consent('acme', { profile: 'system' })).toMatchObject({ status: 'done' });
    world.sandbox.product('acme').endAccess();
    expect(await person.run(callOf('acme'))).toMatchObject({ status: 'needs_authorization', reason: 'ended' });
    expect(world.sandbox.product('acme').complaints).toEqual([]);
    expect(await botToken(atPlayed(definition, world.sandbox), 'bot')).toMatch(/^at-/);
  });

  it('ends the whole grant when a refresh token that is used once is shown again', async () => {
    sandbox = await startPlayed([acme]);
    const { url } = sandbox.product('acme');
    const client = { client_id: 'acme_client_id', client_secret: 'acme_client_secret' };
    const address = new URL(`${url}/login.acme.example/authorize`);
    const redirectUri = 'http://127.0.0.1:1/oauth/callback/acme';
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    address.search = new URLSearchParams({
      ...{ response_type: 'code', client_id: client.client_id, redirect_uri: redirectUri, state: 's' },
      ...{ scope: 'read write', code_challenge: challenge, code_challenge_method: 'S256' },
    }).toString();
    const back = new URL(await sandbox.consent(address.href));
    const ask = async (fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ ...client, ...fields });
      const answer = await fetch(`${url}/login.acme.example/token`, { method: 'POST', body });
      return (await answer.json()) as { readonly refresh_token?: string; readonly error?: string };
    };
    const code = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
    };
    const verifier = { code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' };
    const { refresh_token: first = '' } = await ask({ ...code, ...verifier });
    expect(await ask({ ...code, ...verifier })).toMatchObject({ error: 'invalid_grant' });
    const { refresh_token: second = '' } = await ask({ grant_type: 'refresh_token', refresh_token: first });
    expect(second).not.toBe('');
    expect(await ask({ grant_type: 'refresh_token', refresh_token: first })).toMatchObject({ error: 'invalid_grant' });
    expect(await ask({ grant_type: 'refresh_token', refresh_token: second })).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('an example of a pattern', () => {
  it.each([
    '^pat-[A-Za-z0-9-]{20,}$',
    '^(?:ghp|github_pat)_\\w{20,}$',
    '^\\S+$',
    '^[^\\s@:]+@[^\\s@:]+$',
    '^AC[0-9a-f]{32}$',
    '^shp[a-z]{2}_[A-Za-z0-9]{20,}$',
    '^\\d+(?:\\.\\d+)?$',
    '^(?!x)[a-z]{3}$',
    '^[\\]a-]+$',
  ])('%s', (pattern) => {
    expect(exampleOfPattern(pattern)).toMatch(new RegExp(pattern));
  });

  it('is not made up where there is none', () => {
    expect(() => exampleOfPattern('^(?=b)a$')).toThrow(RangeError);
  });
});
