import type { Integration } from 'latchkey';
import { defineIntegration, type IntegrationDefinition } from 'latchkey/integrations';
import { describe, expect, it } from 'vitest';
import { judgeAnswer as judge } from '../../src/model/judge-answer.ts';
import { judgeCheck } from '../../src/model/judge-check.ts';

const judgeAnswer = (
  { status, body }: { readonly status: number; readonly body: unknown },
  rules: Integration,
  fresh: boolean,
) => {
  const opening = JSON.stringify(body)?.charAt(0) ?? '';
  return judge({ status, body, headers: { 'content-type': 'application/json' }, opening }, rules, { fresh });
};

const define = (failures: NonNullable<IntegrationDefinition['failures']>, more: Partial<IntegrationDefinition> = {}) =>
  defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: 'https://api.acme.example',
    profiles: [
      {
        id: 'key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Key' }],
        placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
      },
    ],
    check: { path: '/me', account: 'unnamed' },
    failures,
    ...more,
  });

const chat = define({
  at: 'ok',
  is: false,
  code: 'error',
  credential: ['invalid_auth', 'token_revoked'],
  scope: ['missing_scope'],
  busy: ['ratelimited'],
});
const graph = define({
  at: 'errors',
  code: ['errors.0.extensions.code', 'errors.0.code'],
  credential: ['AUTHENTICATION_ERROR'],
  busy: ['RATELIMITED'],
});

describe('failures that come with HTTP 200', () => {
  it.each([
    [{ ok: true }, { status: 200, kind: 'success' }],
    [
      { ok: false, error: 'invalid_auth' },
      { status: 401, kind: 'credential' },
    ],
    [
      { ok: false, error: 'missing_scope' },
      { status: 403, kind: 'scope' },
    ],
    [
      { ok: false, error: 'ratelimited' },
      { status: 429, kind: 'other' },
    ],
    [
      { ok: false, error: 'channel_not_found' },
      { status: 422, kind: 'other' },
    ],
    [{ ok: false }, { status: 422, kind: 'other' }],
    // only the very value says it
    [
      { ok: 'false', error: 'invalid_auth' },
      { status: 200, kind: 'success' },
    ],
    [{ error: 'invalid_auth' }, { status: 200, kind: 'success' }],
    [undefined, { status: 200, kind: 'success' }],
    ['ok: false', { status: 200, kind: 'success' }],
  ])('%j is %j', (body, expected) => {
    expect(judgeAnswer({ status: 200, body }, chat, true)).toEqual(expected);
  });

  it.each([
    [{ data: { viewer: {} } }, { status: 200, kind: 'success' }],
    [
      { data: null, errors: [] },
      { status: 200, kind: 'success' },
    ],
    [{ errors: [{ extensions: { code: 'AUTHENTICATION_ERROR' } }] }, { status: 401, kind: 'credential' }],
    [{ errors: [{ code: 'RATELIMITED' }] }, { status: 429, kind: 'other' }],
    [{ errors: [{ message: 'AUTHENTICATION_ERROR' }] }, { status: 422, kind: 'other' }],
    // what a person wrote is no code
    [{ data: { note: { ok: false, error: 'invalid_auth' } } }, { status: 200, kind: 'success' }],
  ])('GraphQL: %j is %j', (body, expected) => {
    expect(judgeAnswer({ status: 200, body }, graph, true)).toEqual(expected);
  });

  it('keeps the status of a failure that has one, but for what the code says of the credential', () => {
    expect(judgeAnswer({ status: 404, body: { ok: false, error: 'not_found' } }, chat, true)).toMatchObject({
      status: 404,
    });
    expect(
      judgeAnswer({ status: 400, body: { errors: [{ extensions: { code: 'AUTHENTICATION_ERROR' } }] } }, graph, true),
    ).toEqual({ status: 401, kind: 'credential' });
    expect(judgeAnswer({ status: 503, body: '<h1>Sorry</h1>' }, chat, true)).toEqual({ status: 503, kind: 'other' });
  });

  it('takes a 401 for what it is, though an error without a known code stands beside it', () => {
    const answer = { status: 401, body: { errors: [{ message: 'Not Authenticated' }] } };
    expect(judgeAnswer(answer, graph, true)).toEqual({ status: 401, kind: 'credential' });
    expect(judgeAnswer({ ...answer, status: 403 }, graph, true)).toMatchObject({ status: 403, kind: 'other' });
  });

  it('still takes a plain 401 for what it is', () => {
    expect(judgeAnswer({ status: 401, body: 'no' }, chat, true)).toEqual({ status: 401, kind: 'credential' });
    const other = define({ at: 'ok', is: false }, { authErrorStatuses: [403] });
    expect(judgeAnswer({ status: 403, body: {} }, other, true)).toEqual({ status: 403, kind: 'credential' });
    expect(judgeAnswer({ status: 401, body: {} }, other, true)).toEqual({ status: 401, kind: 'other' });
  });

  it('means the same for a check: only a bad credential refuses it', () => {
    const check = (body: object, rules = chat) => {
      const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return judgeCheck(rules, { request: { url: 'https://api.acme.example/me' }, answer }).status;
    };
    expect(check({ ok: true })).toBe('ok');
    expect(check({ ok: false, error: 'token_revoked' })).toBe('refused');
    expect(check({ ok: false, error: 'ratelimited' })).toBe('unreachable');
    expect(check({ ok: false, error: 'fatal_error' })).toBe('unreachable');
    const other = define({ at: 'ok', is: false, code: 'error', credential: ['dead'] }, { authErrorStatuses: [403] });
    expect(check({ ok: false, error: 'dead' }, other)).toBe('refused');
  });

  it('reads a status of the answer first, where there is one', () => {
    const both = define({ at: 'ok', is: false, code: 'error', credential: ['dead'] }, { statusFrom: 'code' });
    expect(judgeAnswer({ status: 200, body: { code: 404 } }, both, true)).toMatchObject({ status: 404 });
    expect(judgeAnswer({ status: 200, body: { code: 200, ok: false, error: 'dead' } }, both, true)).toMatchObject({
      status: 401,
    });
  });
});
