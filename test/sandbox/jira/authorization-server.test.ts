import { describe, expect, test } from 'vitest';
import { formBody, http } from '../http-answer.ts';
import { runningSandbox } from '../running-sandbox.ts';
import { authorizeUrl, redirectUri } from './jira-person.ts';

const sandbox = await runningSandbox();

describe('the consent page', () => {
  test('names the app, the people, their sites and every scope, without script', async () => {
    const { status, headers, text } = await http(authorizeUrl(sandbox));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const shown of ['Latchkey', 'bob@acme.example', 'Globex', 'write:jira-work', 'Accept', 'Cancel']) {
      expect(text).toContain(shown);
    }
    expect(text).not.toContain('<script');
  });

  test('sends code and state to the redirect URI after Accept', async () => {
    const location = new URL(await sandbox.consent(authorizeUrl(sandbox), { user: 'ann' }));
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('state')).toBe('st&te "1"');
    expect(location.searchParams.get('code')).toMatch(/^[\w-]{40,}$/);
  });

  test('sends access_denied and state after Cancel', async () => {
    const location = new URL(await sandbox.consent(authorizeUrl(sandbox), { decision: 'decline' }));
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'User did not authorize the request',
      state: 'st&te "1"',
    });
  });

  test('is shown again when no site is chosen', async () => {
    const answer = await http(authorizeUrl(sandbox), formBody({ user: 'bob', decision: 'accept' }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Choose at least one site.');
  });

  test('lets somebody without a site through', async () => {
    expect(await sandbox.consent(authorizeUrl(sandbox), { user: 'nosites' })).toContain('code=');
  });

  test('does not take an unknown person or a JSON body', async () => {
    expect((await http(authorizeUrl(sandbox), formBody({ user: 'eve', decision: 'accept' }))).status).toBe(400);
    expect((await http(authorizeUrl(sandbox), { method: 'POST', body: '{}' })).status).toBe(400);
  });
});

describe('a misconfigured app gets a page of Atlassian, never a redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'somebody-else' }, 'Unknown client'],
    ['a foreign redirect URI', { redirect_uri: 'https://evil.example/oauth/callback/jira' }, 'Callback URL mismatch'],
    ['a redirect URI with another path', { redirect_uri: 'http://127.0.0.1:3978/callback' }, 'Callback URL mismatch'],
    ['no audience', { audience: undefined }, 'audience'],
    ['no prompt', { prompt: undefined }, 'prompt'],
    ['another response type', { response_type: 'token' }, 'response_type'],
    ['no scope', { scope: undefined }, 'scope must not be empty'],
    ['a scope the app has not', { scope: 'read:jira-work admin:everything' }, 'admin:everything'],
  ])('for %s', async (_case, changes, sentence) => {
    for (const init of [{}, formBody({ user: 'nosites', decision: 'accept' })]) {
      const answer = await http(authorizeUrl(sandbox, changes), init);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.text).toContain(sentence);
    }
  });

  test('and what came from outside is escaped on it', async () => {
    const { text } = await http(authorizeUrl(sandbox, { redirect_uri: '"><script>alert(1)</script>' }));
    expect(text).not.toContain('<script');
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });
});

test('an unregistered bot of this machine may have its pages below a path', async () => {
  const below = 'http://127.0.0.1:3000/api/latchkey/oauth/callback/jira';
  expect((await http(authorizeUrl(sandbox, { redirect_uri: below }))).status).toBe(200);
  const tail = 'http://127.0.0.1:3000/nooauth/callback/jira';
  expect((await http(authorizeUrl(sandbox, { redirect_uri: tail }))).status).toBe(400);
});

test('a registered list of redirect URIs is compared exactly', async () => {
  sandbox.control.setRedirectUris('jira', ['https://bot.example/oauth/callback/jira']);
  expect((await http(authorizeUrl(sandbox))).status).toBe(400);
  const exact = authorizeUrl(sandbox, { redirect_uri: 'https://bot.example/oauth/callback/jira' });
  expect((await http(exact)).status).toBe(200);
  const slash = authorizeUrl(sandbox, { redirect_uri: 'https://bot.example/oauth/callback/jira/' });
  expect((await http(slash)).status).toBe(400);
});
