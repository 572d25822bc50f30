import { describe, expect, test } from 'vitest';
import { formBody, http, jsonBody } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { exchange, newCode, redirectUri, refresh, signedIn, tokenRequest } from './jira-person.ts';

const sandbox = await runningSandbox();
const minute = 60_000;
const day = 24 * 60 * minute;
const invalidCode = { error: 'invalid_grant', error_description: 'Invalid authorization code' };
const deadRefreshToken = { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' };

describe('exchanging a code', () => {
  test('gives a bearer for an hour, and a refresh token with offline_access', async () => {
    const { status, json } = await exchange(sandbox, await newCode(sandbox));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'read:jira-work write:jira-work read:jira-user offline_access',
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh_token: expect.any(String),
    });
  });

  test('gives no refresh token without offline_access', async () => {
    const { json } = await exchange(sandbox, await newCode(sandbox, 'bob', 'read:jira-work'));
    expect(json).not.toHaveProperty('refresh_token');
  });

  test('works with a form too', async () => {
    const code = await newCode(sandbox);
    const { clientId, clientSecret, authUrl } = sandbox.jira;
    const body = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret, code };
    expect((await http(`${authUrl}/oauth/token`, formBody({ ...body, redirect_uri: redirectUri }))).status).toBe(200);
  });

  test('works once', async () => {
    const code = await newCode(sandbox);
    await exchange(sandbox, code);
    expect(await exchange(sandbox, code)).toMatchObject({ status: 403, json: invalidCode });
  });

  test('is refused for an unknown code, also one named like a property of objects', async () => {
    for (const code of ['nonsense', 'constructor', '__proto__']) {
      expect(await exchange(sandbox, code)).toMatchObject({ status: 403, json: invalidCode });
    }
  });

  test('is refused for another redirect URI, and the code is used up', async () => {
    const code = await newCode(sandbox);
    const other = { grant_type: 'authorization_code', code, redirect_uri: `${redirectUri}2` };
    expect(await tokenRequest(sandbox, other)).toMatchObject({ status: 403, json: invalidCode });
    expect((await exchange(sandbox, code)).status).toBe(403);
  });

  test('is refused when the code has expired', async () => {
    const code = await newCode(sandbox);
    sandbox.control.advance(5 * minute);
    expect((await exchange(sandbox, code)).status).toBe(403);
  });

  test('is refused with a code_verifier, because PKCE is not offered', async () => {
    const code = await newCode(sandbox);
    const parameters = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: 'x'.repeat(43),
    };
    expect((await tokenRequest(sandbox, parameters)).json.error).toBe('invalid_grant');
  });
});

describe('the client', () => {
  test('is refused with a wrong secret, and the code stays good', async () => {
    const code = await newCode(sandbox);
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    expect(await tokenRequest(sandbox, { ...parameters, client_secret: 'wrong' })).toMatchObject({
      status: 401,
      json: { error: 'access_denied', error_description: 'Unauthorized' },
    });
    expect((await tokenRequest(sandbox, parameters)).status).toBe(200);
  });

  test('must stand in the body, not in a Basic header', async () => {
    const { authUrl, clientId, clientSecret } = sandbox.jira;
    const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const body = { grant_type: 'authorization_code', code: await newCode(sandbox), redirect_uri: redirectUri };
    const answer = await http(`${authUrl}/oauth/token`, jsonBody('POST', body, { authorization }));
    expect(answer).toMatchObject({ status: 401, json: { error: 'access_denied' } });
  });

  test('is told when the body or the grant type makes no sense', async () => {
    const unreadable = await http(`${sandbox.jira.authUrl}/oauth/token`, { method: 'POST', body: 'grant_type=x' });
    expect(unreadable).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
    expect((await tokenRequest(sandbox, {})).json.error).toBe('invalid_request');
    expect((await tokenRequest(sandbox, { grant_type: 'password' })).json.error).toBe('unsupported_grant_type');
  });
});

describe('refreshing', () => {
  test('rotates: a new pair each time, and both access tokens work', async () => {
    const bob = await signedIn(sandbox);
    const { json } = await refresh(sandbox, bob.tokens.refresh_token);
    expect(json.refresh_token).not.toBe(bob.tokens.refresh_token);
    expect(json.access_token).not.toBe(bob.tokens.access_token);
    expect((await bob.get('/myself')).status).toBe(200);
    expect((await refresh(sandbox, json.refresh_token)).status).toBe(200);
  });

  test('takes the old token again for ten minutes, and not later', async () => {
    const { tokens } = await signedIn(sandbox);
    await refresh(sandbox, tokens.refresh_token);
    sandbox.control.advance(9 * minute);
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
    sandbox.control.advance(2 * minute);
    expect(await refresh(sandbox, tokens.refresh_token)).toMatchObject({ status: 403, json: deadRefreshToken });
  });

  test('ends after 90 days without use, and use begins them anew', async () => {
    const { tokens } = await signedIn(sandbox);
    sandbox.control.advance(80 * day);
    const renewed = await refresh(sandbox, tokens.refresh_token);
    sandbox.control.advance(80 * day);
    const again = await refresh(sandbox, renewed.json.refresh_token);
    expect(again.status).toBe(200);
    sandbox.control.advance(91 * day);
    expect((await refresh(sandbox, again.json.refresh_token)).status).toBe(403);
  });

  test('ends when the person removed the app, and a new consent does not revive old tokens', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.revokeGrants('jira', 'bob');
    expect(await refresh(sandbox, bob.tokens.refresh_token)).toMatchObject({ status: 403, json: deadRefreshToken });
    expect((await bob.get('/myself')).status).toBe(401);
    await signedIn(sandbox);
    expect((await refresh(sandbox, bob.tokens.refresh_token)).status).toBe(403);
    expect((await bob.get('/myself')).status).toBe(401);
  });

  test('can say unauthorized_client instead, as was seen live', async () => {
    sandbox.control.setJiraRefreshRefusal('unauthorized_client');
    expect(await refresh(sandbox, 'dead')).toMatchObject({
      status: 403,
      json: { error: 'unauthorized_client', error_description: 'refresh_token is invalid' },
    });
  });
});
