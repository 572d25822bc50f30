import { describe, expect, test } from 'vitest';
import { http, jsonBody } from './http-answer.ts';
import { exchange, newCode, refresh, signedIn } from './jira/jira-person.ts';
import { runningSandbox } from './running-sandbox.ts';
import { withApiToken, newCode as zendeskCode, exchange as zendeskExchange } from './zendesk/zendesk-person.ts';

const sandbox = await runningSandbox();
const user = () => http(`${sandbox.jotform.url}/user?apiKey=${sandbox.jotform.apiKey}`);
const command = (value: unknown) => http(`${sandbox.url}/control`, jsonBody('POST', value));

describe('faults', () => {
  test('spoil exactly as many answers as asked for, in the product’s own words', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.failNext('jira', { kind: 'rate_limited', times: 2 });
    for (const _ of [1, 2]) {
      const { status, headers } = await bob.get('/myself');
      expect(status).toBe(429);
      expect(headers.get('retry-after')).toBe('5');
      expect(headers.get('ratelimit-reason')).toBe('jira-burst-based');
      expect(headers.get('x-ratelimit-remaining')).toBe('0');
      expect(Date.parse(headers.get('x-ratelimit-reset') ?? '')).toBeGreaterThan(sandbox.control.now());
    }
    expect((await bob.get('/myself')).status).toBe(200);
    expect((await user()).status).toBe(200);
  });

  test('can be an outage', async () => {
    sandbox.control.failNext('jira', { kind: 'server_error' });
    sandbox.control.failNext('jotform', { kind: 'server_error' });
    expect((await exchange(sandbox, 'x')).headers.get('content-type')).toContain('text/html');
    expect(await user()).toMatchObject({ status: 500, json: { responseCode: 500 } });
  });

  test('can wait for one route', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.failNext('jira', { kind: 'server_error', route: 'POST /oauth/token refresh_token' });
    expect((await bob.get('/myself')).status).toBe(200);
    expect((await refresh(sandbox, bob.tokens.refresh_token)).status).toBe(500);
    expect((await refresh(sandbox, bob.tokens.refresh_token)).status).toBe(200);
  });

  test('can lose the answer after the work', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.failNext('jira', { kind: 'lost', route: 'POST /ex/jira' });
    const fields = { project: { key: 'KAN' }, issuetype: { name: 'Task' }, summary: 'Lost answer' };
    await expect(bob.send('POST', '/issue', { fields })).rejects.toThrow('fetch failed');
    expect((await bob.get('/issue/KAN-4')).json.fields.summary).toBe('Lost answer');
    const issueRequests = sandbox.control.requests().filter(({ route }) => route.endsWith('rest/api/3/issue'));
    expect(issueRequests.map(({ status }) => status)).toEqual([null]);
  });

  test('can be something that is no answer of the product at all', async () => {
    const bob = await signedIn(sandbox);
    sandbox.control.setMood('jira', { kind: 'sign_in_page' });
    expect(await bob.get('/myself')).toMatchObject({ status: 200, text: expect.stringContaining('<!doctype html>') });
    expect((await bob.get('/myself')).headers.get('content-type')).toContain('text/html');
    await command({ verb: 'setMood', product: 'jira', kind: 'wrong_shape' });
    expect(await bob.get('/myself')).toMatchObject({ status: 200, json: { maintenance: true } });
    await command({ verb: 'setMood', product: 'jira', kind: 'status', status: 423 });
    expect((await bob.get('/myself')).status).toBe(423);
    await command({ verb: 'setMood', product: 'jira', kind: 'usual' });
    sandbox.control.failNext('jira', { kind: 'no_id', route: 'POST /ex/jira' });
    const fields = { project: { key: 'KAN' }, issuetype: { name: 'Task' }, summary: 'Without an id' };
    expect(await bob.send('POST', '/issue', { fields })).toMatchObject({ status: 201, json: {} });
    expect((await bob.get('/issue/KAN-4')).json.fields.summary).toBe('Without an id');
  });

  test('are set on the page of the product too, by its own form only, and never shown to a browser', async () => {
    const form = (mood: string, headers = {}) =>
      fetch(`${sandbox.url}/mood/jira`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ mood }),
      });
    expect((await form('maintenance', { origin: 'https://evil.example' })).status).toBe(400);
    expect((await form('made_up')).status).toBe(400);
    expect((await form('maintenance', { origin: sandbox.url })).status).toBe(303);
    expect(await (await fetch(`${sandbox.url}/jira/`)).text()).toContain('<option value="maintenance" selected>');
    expect(await exchange(sandbox, 'x')).toMatchObject({ status: 200 });
    const browser = await fetch(`${sandbox.jira.authUrl}/authorize`, { headers: { accept: 'text/html' } });
    expect(browser.status).toBe(400);
    await form('usual');
    expect((await exchange(sandbox, 'x')).status).toBe(403);
  });

  test('can leave the client waiting, without doing the work', async () => {
    const code = await newCode(sandbox);
    sandbox.control.failNext('jira', { kind: 'hang' });
    await expect(
      fetch(`${sandbox.jira.authUrl}/oauth/token`, { method: 'POST', signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow('timeout');
    expect((await exchange(sandbox, code)).status).toBe(200);
  });
});

describe('what arrived', () => {
  test('is counted by product, route and grant type', async () => {
    const bob = await signedIn(sandbox);
    await refresh(sandbox, bob.tokens.refresh_token);
    await user();
    await user();
    expect(sandbox.control.counters()).toEqual({
      'jira GET /authorize': 1,
      'jira POST /authorize': 1,
      'jira POST /oauth/token authorization_code': 1,
      'jira POST /oauth/token refresh_token': 1,
      'jotform GET /user': 2,
    });
  });

  test('can be read in full', async () => {
    await http(`${sandbox.jotform.url}/form/1?x=1`, { headers: { APIKEY: 'k' } });
    expect(sandbox.control.requests()).toMatchObject([
      {
        product: 'jotform',
        route: 'GET /form/{id}',
        path: '/jotform/form/1?x=1',
        headers: { apikey: 'k' },
        body: '',
        status: 401,
      },
    ]);
  });

  test('counts unknown paths as such', async () => {
    await http(`${sandbox.jira.gatewayUrl}/nothing`, { method: 'PATCH' });
    expect(sandbox.control.counters()).toEqual({ 'jira PATCH /(unknown)': 1 });
  });
});

describe('POST /control', () => {
  test('has the same verbs', async () => {
    const before = sandbox.control.now();
    expect(await command({ verb: 'advance', milliseconds: 3_600_000 })).toMatchObject({
      status: 200,
      json: { result: null },
    });
    expect(sandbox.control.now() - before).toBeGreaterThanOrEqual(3_600_000);
    await command({ verb: 'failNext', product: 'jotform', kind: 'rate_limited' });
    expect((await user()).status).toBe(429);
    await command({ verb: 'setJotformQuota', callsLeft: 0, refusal: 'http_200' });
    expect((await user()).json.responseCode).toBe(403);
    await command({ verb: 'revokeGrants', product: 'jotform', user: 'bob' });
    expect((await user()).status).toBe(401);
    expect((await command({ verb: 'counters' })).json.result).toEqual({ 'jotform GET /user': 3 });
    expect((await command({ verb: 'requests' })).json.result).toHaveLength(3);
    await command({ verb: 'setJiraRefreshRefusal', error: 'unauthorized_client' });
    expect((await refresh(sandbox, 'x')).json.error).toBe('unauthorized_client');
    await command({ verb: 'setRedirectUris', product: 'jira', registration: [] });
    await expect(newCode(sandbox)).rejects.toThrow('Callback URL mismatch');
    await command({ verb: 'retireZendeskApiTokens' });
    expect((await withApiToken(sandbox).get('/users/me.json')).status).toBe(401);
    await command({ verb: 'setZendeskTokenStatus', status: 200 });
    expect((await zendeskExchange(sandbox, await zendeskCode(sandbox))).status).toBe(200);
    expect((await command({ verb: 'enforceRateLimits', enforced: false })).status).toBe(200);
    await command({ verb: 'reset' });
    expect((await user()).json['limit-left']).toBe(999);
    expect((await command({ verb: 'now' })).json.result).toBeLessThan(before + 60_000);
  });

  test('refuses what it does not know', async () => {
    expect((await command({ verb: 'explode' })).status).toBe(400);
    expect((await command({ verb: 'failNext', product: 'fax', kind: 'hang' })).status).toBe(400);
    expect((await command({ verb: 'revokeGrants', product: 'jira', user: 'eve' })).status).toBe(400);
    expect((await http(`${sandbox.url}/control`, { method: 'POST', body: '{"verb":"now"}' })).status).toBe(400);
  });
});
