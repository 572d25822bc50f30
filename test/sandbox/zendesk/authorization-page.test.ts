import { describe, expect, test } from 'vitest';
import { http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { authorizeUrl, redirectUri } from './zendesk-person.ts';

const sandbox = await runningSandbox();
const { tenantClient, publicClient } = sandbox.zendesk;

test('the page shows the people of the account and the scopes, and Allow sends a code', async () => {
  const { text } = await http(authorizeUrl(sandbox));
  for (const shown of ['bob@acme.example', 'eve@customer.example', 'read', 'write', 'Allow', 'Deny']) {
    expect(text).toContain(shown);
  }
  expect(text).not.toContain('gina@globex.example');
  const location = new URL(await sandbox.consent(authorizeUrl(sandbox), { user: 'bob' }));
  expect(location.origin + location.pathname).toBe(redirectUri);
  expect(location.searchParams.get('state')).toBe('s1');
});

test('Deny sends access_denied', async () => {
  const location = new URL(await sandbox.consent(authorizeUrl(sandbox), { decision: 'decline' }));
  expect(Object.fromEntries(location.searchParams)).toEqual({
    error: 'access_denied',
    error_description: 'The end-user or authorization server denied the request',
    state: 's1',
  });
});

describe('a page instead of a redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'nobody' }, 'acme'],
    ['a client of another account', { client_id: tenantClient.clientId }, 'globex'],
    ['a foreign redirect URI', { redirect_uri: 'https://evil.example/oauth/callback/zendesk' }, 'acme'],
  ])('for %s', async (_case, changes, tenant) => {
    const answer = await http(authorizeUrl(sandbox, changes, tenant));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  test('for an account that does not exist', async () => {
    const answer = await http(authorizeUrl(sandbox, {}, 'nowhere'));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});

describe('a redirect with an error', () => {
  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no scope', { scope: undefined }, 'invalid_request'],
    ['a scope beyond the client', { scope: 'read impersonate' }, 'invalid_scope'],
    ['the plain challenge method', { code_challenge_method: 'plain' }, 'invalid_request'],
    [
      'a public client without PKCE',
      { client_id: publicClient.clientId, code_challenge: undefined, code_challenge_method: undefined },
      'invalid_request',
    ],
  ])('for %s', async (_case, changes, error) => {
    const { headers } = await http(authorizeUrl(sandbox, changes));
    const query = new URL(headers.get('location') ?? '').searchParams;
    expect(query.get('error')).toBe(error);
    expect(query.get('state')).toBe('s1');
  });
});
