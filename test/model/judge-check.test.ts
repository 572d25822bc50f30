import { describe, expect, it } from 'vitest';
import { defineIntegration, type IntegrationDefinition } from '../../src/integrations/index.ts';
import { judgeCheck } from '../../src/model/judge-check.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = { 'content-type': 'text/html' };
const url = 'https://acme.tracker.example/me';

function tracker(changes: Partial<IntegrationDefinition> = {}) {
  return defineIntegration({
    id: 'tracker',
    name: 'Tracker',
    baseUrl: 'https://{tenant}.tracker.example',
    tenant: { title: 'Tracker subdomain', suffix: '.tracker.example' },
    profiles: [
      {
        id: 'key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Key', type: 'password' }],
        placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'user.id' } },
    ...changes,
  });
}

interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function statusOf(answer: Answered, changes: Partial<IntegrationDefinition> = {}) {
  const { status, headers = JSON_TYPE, body = '' } = answer;
  return judgeCheck(tracker(changes), { request: { url }, answer: { status, headers, body }, tenant: 'acme' }).status;
}

describe('the answer to a check', () => {
  it('names the account', () => {
    expect(statusOf({ status: 200, body: '{"user":{"id":7}}' })).toBe('ok');
  });

  it.each<[string, Answered]>([
    ['401', { status: 401, body: '{}' }],
    ['401 with a page', { status: 401, headers: HTML, body: '<h1>No</h1>' }],
  ])('refuses with %s', (_, answer) => {
    expect(statusOf(answer)).toBe('refused');
  });

  it.each<[string, Answered]>([
    ['a sign-in page', { status: 200, headers: HTML, body: '<html>' }],
    ['an account whose number loses its last digits', { status: 200, body: '{"user":{"id":9007199254740993}}' }],
    ['no account', { status: 200, body: '{"ok":true}' }],
    ['nothing', { status: 200 }],
    ...[301, 302, 303, 307, 308].map(
      (status) => [`${status}`, { status, headers: { location: '/login' } }] as [string, Answered],
    ),
    ['a redirect without an address', { status: 302 }],
    ...[400, 402, 403, 405, 407, 408, 409, 410, 418, 423, 425, 429, 451, 500, 502, 503, 511].map(
      (status) => [`${status}`, { status, body: '{"message":"no"}' }] as [string, Answered],
    ),
    ['a challenge page', { status: 403, headers: HTML, body: '<html>' }],
    ['404 of the API', { status: 404, body: '{"message":"no such route"}' }],
  ])('proves nothing with %s', (_, answer) => {
    expect(statusOf(answer)).toBe('unreachable');
  });

  it('says that nobody is there with 404 and a page', () => {
    expect(statusOf({ status: 404, headers: HTML, body: '<html>' })).toBe('no_such_tenant');
  });

  it.each([
    ['https://www.tracker.example/gone', 'no_such_tenant'],
    ['//www.tracker.example/gone', 'no_such_tenant'],
    ['https://acme.tracker.example/login', 'unreachable'],
    ['/login', 'unreachable'],
  ])('that redirects to %s means what the file of the product says', (location, status) => {
    const tenant = { title: 'Tracker subdomain', suffix: '.tracker.example', redirectMeansGone: true };
    expect(statusOf({ status: 302, headers: { location } }, { tenant })).toBe(status);
    expect(statusOf({ status: 302, headers: { location } })).toBe('unreachable');
  });

  it('refuses as the file of the product says, also with a success', () => {
    const account = { id: 'user.id' };
    const refusedWhen = { ok: false, error: 'invalid_auth' };
    const slack = { check: { path: '/me', account, refusedWhen } };
    expect(statusOf({ status: 200, body: '{"ok":false,"error":"invalid_auth"}' }, slack)).toBe('refused');
    expect(statusOf({ status: 200, body: '{"ok":false,"error":"ratelimited"}' }, slack)).toBe('unreachable');
    const anonymous = { check: { path: '/me', account, refusedWhen: { 'user.id': null } } };
    expect(statusOf({ status: 200, body: '{"user":{"id":null}}' }, anonymous)).toBe('refused');
    expect(statusOf({ status: 200, body: '{}' }, anonymous)).toBe('unreachable');
    const forbidden = { check: { path: '/me', account, refusedStatuses: [403] } };
    expect(statusOf({ status: 403, body: '{}' }, forbidden)).toBe('refused');
    expect(statusOf({ status: 403, headers: HTML, body: '<html>' }, forbidden)).toBe('unreachable');
  });
});
