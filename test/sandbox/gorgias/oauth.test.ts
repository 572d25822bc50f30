import { describe, expect, test } from 'vitest';
import { formBody, http, jsonBody } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import {
  authorizeUrl,
  basic,
  calling,
  exchange,
  newCode,
  redirectUri,
  signedIn,
  tokenRequest,
} from './gorgias-person.ts';

const sandbox = await runningSandbox();
const { clientId, clientSecret, urlFor } = sandbox.gorgias;
const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
const invalidGrant = { status: 400, json: { error: 'invalid_grant' } };

describe('authorizing', () => {
  test('keeps the query the redirect URI already has', async () => {
    const location = new URL(await sandbox.consent(authorizeUrl(sandbox)));
    expect(Object.fromEntries(location.searchParams)).toEqual({
      account: 'acme',
      code: expect.any(String),
      state: 's1',
    });
  });

  test('can be cancelled', async () => {
    const location = await sandbox.consent(authorizeUrl(sandbox), { decision: 'decline' });
    expect(new URL(location).searchParams.get('error')).toBe('access_denied');
  });

  test('shows a page for a wrong client, redirect URI or account', async () => {
    expect((await http(authorizeUrl(sandbox, { client_id: 'nobody' }))).status).toBe(400);
    expect((await http(authorizeUrl(sandbox, { redirect_uri: 'https://evil.example/' }))).status).toBe(400);
    expect((await http(authorizeUrl(sandbox, {}, 'nowhere'))).status).toBe(404);
  });

  test('redirects with other errors', async () => {
    for (const [changes, error] of [
      [{ scope: 'everything' }, 'invalid_scope'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
    ] as const) {
      const { headers } = await http(authorizeUrl(sandbox, changes));
      expect(headers.get('location')).toContain(`error=${error}`);
    }
  });
});

describe('the token answer', () => {
  test('says expires_in 0, and the truth stands in the token', async () => {
    const { status, json } = await exchange(sandbox, await newCode(sandbox));
    expect(status).toBe(200);
    expect(json).toMatchObject({ expires_in: 0, token_type: 'Bearer', refresh_token: expect.any(String) });
    const claims = claimsOf(json.access_token);
    expect(claims.exp - claims.iat).toBe(86_400);
    expect(claims).toMatchObject({ iss: urlFor('acme'), aud: `${urlFor('acme')}/api`, azp: clientId, sub: '101' });
    expect(claimsOf(json.id_token)).toMatchObject({ aud: clientId, nonce: 'n1', email: 'bob@acme.example' });
  });

  test('has no refresh token without offline, and no id token without openid', async () => {
    const { json } = await exchange(sandbox, await newCode(sandbox, { scope: 'tickets:read' }));
    expect(json).not.toHaveProperty('refresh_token');
    expect(json).not.toHaveProperty('id_token');
  });

  test('is refused for a used, expired or foreign code', async () => {
    const code = await newCode(sandbox);
    await exchange(sandbox, code);
    expect(await exchange(sandbox, code)).toMatchObject(invalidGrant);
    const other = { redirect_uri: redirectUri.replace('acme', 'globex') };
    expect(await exchange(sandbox, await newCode(sandbox), other)).toMatchObject(invalidGrant);
    expect(await exchange(sandbox, await newCode(sandbox), {}, 'globex')).toMatchObject(invalidGrant);
    const late = await newCode(sandbox);
    sandbox.control.advance(5 * 60_000);
    expect(await exchange(sandbox, late)).toMatchObject(invalidGrant);
  });

  test('needs the client by Basic, and a form', async () => {
    const parameters = { grant_type: 'authorization_code', code: await newCode(sandbox), redirect_uri: redirectUri };
    const url = `${urlFor('acme')}/oauth/token`;
    const inBody = formBody({ ...parameters, client_id: clientId, client_secret: clientSecret });
    expect(await http(url, inBody)).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    const wrong = formBody(parameters, { authorization: basic(clientId, 'wrong') });
    expect(await http(url, wrong)).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    const asJson = jsonBody('POST', parameters, { authorization: basic(clientId, clientSecret) });
    expect(await http(url, asJson)).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
    expect((await tokenRequest(sandbox, parameters)).status).toBe(200);
  });

  test('says which grant types there are not', async () => {
    expect((await tokenRequest(sandbox, {})).json.error).toBe('invalid_request');
    expect((await tokenRequest(sandbox, { grant_type: 'password' })).json.error).toBe('unsupported_grant_type');
  });
});

describe('refreshing and revoking', () => {
  const refresh = (token: string, tenant?: string) =>
    tokenRequest(sandbox, { grant_type: 'refresh_token', refresh_token: token }, 'token', tenant);

  test('a refresh token is not rotated and does not expire', async () => {
    const { tokens } = await signedIn(sandbox);
    sandbox.control.advance(400 * 86_400_000);
    const { status, json } = await refresh(tokens.refresh_token);
    expect(status).toBe(200);
    expect(json).not.toHaveProperty('refresh_token');
    expect((await calling(sandbox, `Bearer ${json.access_token}`).get('/account')).status).toBe(200);
    expect((await refresh(tokens.refresh_token)).status).toBe(200);
    expect(await refresh(tokens.refresh_token, 'globex')).toMatchObject(invalidGrant);
  });

  test('revoking ends refreshing, and the access token lives on until it expires', async () => {
    const bob = await signedIn(sandbox);
    expect(await tokenRequest(sandbox, { token: bob.tokens.refresh_token }, 'revoke')).toMatchObject({
      status: 200,
      json: {},
    });
    expect(await refresh(bob.tokens.refresh_token)).toMatchObject(invalidGrant);
    expect((await bob.get('/account')).status).toBe(200);
    sandbox.control.advance(86_400_000);
    expect((await bob.get('/account')).status).toBe(401);
  });

  test('revoking needs the client', async () => {
    const { tokens } = await signedIn(sandbox);
    expect((await http(`${urlFor('acme')}/oauth/revoke`, formBody({ token: tokens.refresh_token }))).status).toBe(401);
    expect((await refresh(tokens.refresh_token)).status).toBe(200);
  });

  test('uninstalling ends access tokens too', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.revokeGrants('gorgias', 'bob');
    expect((await bob.get('/account')).status).toBe(401);
    expect(await refresh(bob.tokens.refresh_token)).toMatchObject(invalidGrant);
  });
});
