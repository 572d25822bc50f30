import { describe, expect, test } from 'vitest';
import { formBody, http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { exchange, newCode, redirectUri, refresh, signedIn, tokenRequest, verifier } from './zendesk-person.ts';

const sandbox = await runningSandbox();
const { clientId, clientSecret, tenantClient, publicClient, urlFor } = sandbox.zendesk;
const asTenantClient = { client_id: tenantClient.clientId, client_secret: tenantClient.clientSecret };
const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };
const invalidGrant = {
  status: 400,
  json: { error: 'invalid_grant', error_description: expect.stringMatching(/^The provided access grant is invalid/) },
};

describe('exchanging a code', () => {
  test('gives a pair with the lives asked for, and 201', async () => {
    const { status, json } = await exchange(sandbox, await newCode(sandbox));
    expect(status).toBe(201);
    expect(json).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      token_type: 'bearer',
      scope: 'read write',
      expires_in: 3600,
      refresh_token_expires_in: 2_592_000,
    });
    sandbox.control.setZendeskTokenStatus(200);
    expect((await exchange(sandbox, await newCode(sandbox))).status).toBe(200);
  });

  test('leaves expires_in out for an account’s own client that does not ask, and never for the global one', async () => {
    const code = await newCode(sandbox, { client_id: tenantClient.clientId });
    const own = await exchange(sandbox, code, { ...asTenantClient, expires_in: undefined });
    expect(own.json).not.toHaveProperty('expires_in');
    const global = await exchange(sandbox, await newCode(sandbox), { expires_in: undefined });
    expect(global.json.expires_in).toBe(86_400);
  });

  test('works with a form too', async () => {
    const parameters = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret };
    const proof = {
      code: await newCode(sandbox),
      redirect_uri: redirectUri,
      code_verifier: verifier,
      expires_in: '3600',
    };
    expect((await http(`${urlFor('acme')}/oauth/tokens`, formBody({ ...parameters, ...proof }))).status).toBe(201);
  });

  test('is over after 120 seconds', async () => {
    const code = await newCode(sandbox);
    sandbox.control.advance(120_000);
    expect(await exchange(sandbox, code)).toMatchObject(invalidGrant);
  });

  test('works once, for its redirect URI, its account and its client', async () => {
    const code = await newCode(sandbox);
    await exchange(sandbox, code);
    expect(await exchange(sandbox, code)).toMatchObject(invalidGrant);
    const other = { redirect_uri: `${redirectUri}2` };
    expect(await exchange(sandbox, await newCode(sandbox), other)).toMatchObject(invalidGrant);
    expect(await exchange(sandbox, await newCode(sandbox), {}, 'globex')).toMatchObject(invalidGrant);
    expect(await exchange(sandbox, await newCode(sandbox), asTenantClient)).toMatchObject(invalidGrant);
    expect(await exchange(sandbox, '__proto__')).toMatchObject(invalidGrant);
  });

  test('verifies PKCE, also of a confidential client', async () => {
    for (const code_verifier of ['b'.repeat(43), 'short', undefined]) {
      expect(await exchange(sandbox, await newCode(sandbox), { code_verifier })).toMatchObject(invalidGrant);
    }
    const unasked = await newCode(sandbox, withoutPkce);
    expect(await exchange(sandbox, unasked)).toMatchObject(invalidGrant);
    const bySecret = await newCode(sandbox, withoutPkce);
    expect((await exchange(sandbox, bySecret, { code_verifier: undefined })).status).toBe(201);
  });

  test('needs no secret of a public client', async () => {
    const asPublic = { client_id: publicClient.clientId, client_secret: undefined };
    const code = await newCode(sandbox, { client_id: publicClient.clientId });
    const first = await exchange(sandbox, code, asPublic);
    expect(first.status).toBe(201);
    expect((await refresh(sandbox, first.json.refresh_token, asPublic)).status).toBe(201);
  });

  test('refuses a scope beyond what was consented to', async () => {
    const code = await newCode(sandbox, { scope: 'read' });
    expect((await exchange(sandbox, code, { scope: 'read write' })).json.error).toBe('invalid_scope');
    const narrower = await exchange(sandbox, await newCode(sandbox), { scope: 'tickets:read' });
    expect(narrower.json.scope).toBe('tickets:read');
  });

  test.each([
    { expires_in: 300 },
    { expires_in: 172_800 },
    { expires_in: 'soon' },
    { refresh_token_expires_in: 604_800 },
    { refresh_token_expires_in: 7_776_000 },
  ])('refuses lives out of range: %j', async (lives) => {
    expect(await exchange(sandbox, await newCode(sandbox), lives)).toMatchObject({
      status: 400,
      json: { error: 'invalid_request' },
    });
  });
});

describe('the client', () => {
  test('is refused with a wrong secret, without any, in a Basic header and when unknown', async () => {
    const code = await newCode(sandbox, withoutPkce);
    for (const changes of [
      { client_secret: 'wrong' },
      { client_secret: undefined },
      { client_id: 'nobody' },
      { client_id: publicClient.clientId },
      { client_id: undefined, client_secret: undefined },
    ]) {
      const answer = await exchange(sandbox, code, { code_verifier: undefined, ...changes });
      expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="OAuth2 Token Endpoint"');
    }
    expect((await exchange(sandbox, code, { code_verifier: undefined })).status).toBe(201);
  });

  test('is told when the request makes no sense', async () => {
    expect((await tokenRequest(sandbox, {})).json.error).toBe('invalid_request');
    expect((await tokenRequest(sandbox, { grant_type: 'password' })).json.error).toBe('unsupported_grant_type');
    const unreadable = await http(`${urlFor('acme')}/oauth/tokens`, { method: 'POST', body: 'grant_type=x' });
    expect(unreadable.json.error).toBe('invalid_request');
  });
});

describe('refreshing', () => {
  test('ends the old pair at once, and a replay leaves the new one alone', async () => {
    const bob = await signedIn(sandbox);
    const { json } = await refresh(sandbox, bob.tokens.refresh_token, { expires_in: 600 });
    expect(json.expires_in).toBe(600);
    expect((await bob.get('/users/me.json')).status).toBe(401);
    expect(await refresh(sandbox, bob.tokens.refresh_token)).toMatchObject(invalidGrant);
    expect((await refresh(sandbox, json.refresh_token)).status).toBe(201);
  });

  test('ends with the life of the refresh token', async () => {
    const { tokens } = await signedIn(sandbox);
    sandbox.control.advance(2_592_000_000);
    expect(await refresh(sandbox, tokens.refresh_token)).toMatchObject(invalidGrant);
  });

  test('needs the secret of a confidential client', async () => {
    const { tokens } = await signedIn(sandbox);
    const answer = await refresh(sandbox, tokens.refresh_token, { client_secret: undefined });
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(201);
  });

  test('ends when the grants of the person are revoked', async () => {
    const { tokens } = await signedIn(sandbox);
    sandbox.control.revokeGrants('zendesk', 'bob');
    expect(await refresh(sandbox, tokens.refresh_token)).toMatchObject(invalidGrant);
  });

  test('is counted apart from exchanging', async () => {
    const { tokens } = await signedIn(sandbox);
    await refresh(sandbox, tokens.refresh_token);
    expect(sandbox.control.counters()).toMatchObject({
      'zendesk POST /oauth/tokens authorization_code': 1,
      'zendesk POST /oauth/tokens refresh_token': 1,
    });
  });
});
