import { describe, expect, it } from 'vitest';
import { type JudgingRules, judgeAnswer, refusesCredential, type Wanted } from '../../src/model/judge-answer.ts';
import { readAnswer } from '../../src/model/read-answer.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

function judge(status: number, body: unknown, rules: JudgingRules, fresh: boolean) {
  const opening = body === undefined ? '' : '{';
  return judgeAnswer({ status, body, headers: { 'content-type': JSON_TYPE }, opening }, rules, { fresh });
}

describe('judging an answer', () => {
  it.each([200, 201, 204, 299])('takes %i for a success', (status) => {
    expect(judge(status, undefined, {}, true)).toEqual({ status, kind: 'success' });
  });

  it('takes 401 for a refused credential when the integration says nothing', () => {
    expect(judge(401, {}, {}, true).kind).toBe('credential');
  });

  it.each([301, 302, 304, 307, 400, 402, 403, 404, 409, 422, 429, 500, 503])(
    'leaves %i to the action when the integration says nothing',
    (status) => {
      expect(judge(status, {}, {}, true).kind).toBe('other');
    },
  );

  it('lets the integration say why, with the body and whether our clock calls the token good', () => {
    const judgeFailure = (failure: { readonly status: number; readonly body: unknown; readonly fresh: boolean }) =>
      failure.status === 404 && !failure.fresh ? 'credential' : 'scope';
    expect(judge(404, {}, { judgeFailure }, false).kind).toBe('credential');
    expect(judge(404, {}, { judgeFailure }, true).kind).toBe('scope');
  });

  it('judges by the status the integration reads from the body', () => {
    const statusOf = ({ body }: { readonly body: unknown }) => (body as { responseCode: number }).responseCode;
    expect(judge(200, { responseCode: 401 }, { statusOf }, true)).toEqual({
      status: 401,
      kind: 'credential',
    });
    expect(judge(200, { responseCode: 200 }, { statusOf }, true).kind).toBe('success');
  });

  it('does not ask the integration about a success', () => {
    const judgeFailure = () => 'credential' as const;
    expect(judge(200, {}, { judgeFailure }, true).kind).toBe('success');
  });
});

describe('a success', () => {
  it.each<[string, string | undefined, string, Wanted, 'success' | 'unreachable']>([
    ['nothing at all', undefined, '', 'json', 'success'],
    ['an object', JSON_TYPE, '{}', 'json', 'success'],
    ['a list under the name of a page', 'text/html', '[]', 'json', 'success'],
    ['a number that is called JSON', 'application/vnd.acme+json', '4', 'json', 'success'],
    ['a word that is not called JSON', 'text/plain', 'OK', 'json', 'unreachable'],
    ['a number that is not called JSON', undefined, '4', 'json', 'unreachable'],
    ['a text that is called JSON', JSON_TYPE, '"four"', 'json', 'success'],
    ['nothing that is called JSON', JSON_TYPE, 'null', 'json', 'success'],
    ['an object that was cut off', JSON_TYPE, '{"id":"7', 'json', 'unreachable'],
    ['a text that was cut off', JSON_TYPE, '"fou', 'json', 'unreachable'],
    ['two objects', JSON_TYPE, '{}{}', 'json', 'unreachable'],
    ['a list behind a guard against scripts', JSON_TYPE, ")]}',[]", 'json', 'unreachable'],
    ['lines of JSON that were asked for', 'application/x-ndjson', '{}\n{}', 'other', 'success'],
    ['a page', 'text/html', '<', 'json', 'unreachable'],
    ['a page without a type', undefined, '<', 'json', 'unreachable'],
    ['a page that is called JSON', JSON_TYPE, '<', 'json', 'unreachable'],
    ['bytes that nobody asked for', 'application/octet-stream', 'P', 'json', 'unreachable'],
    ['text that was asked for', 'text/csv', 'n', 'other', 'success'],
    ['a page where text was asked for', 'text/html', '<', 'other', 'unreachable'],
    ['a page that was asked for', 'text/html', '<', 'page', 'success'],
  ])('of %s', (_, contentType, body, wanted, kind) => {
    const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
    const answer = readAnswer({ status: 200, headers, body });
    expect(judgeAnswer(answer, {}, { fresh: true, wanted }).kind).toBe(kind);
  });
});

describe('the credential is refused', () => {
  const answer = (status: number, opening: string) => ({ status, headers: {}, opening, body: undefined });

  it('with 401, as a page too', () => {
    expect(refusesCredential(answer(401, '<'), {})).toBe(true);
    expect(refusesCredential(answer(403, '{'), {})).toBe(false);
  });

  it('with another status that the product documents, and never with a challenge page', () => {
    expect(refusesCredential(answer(403, '{'), { authErrorStatuses: [403] })).toBe(true);
    expect(refusesCredential(answer(403, '<'), { authErrorStatuses: [403] })).toBe(false);
  });
});
