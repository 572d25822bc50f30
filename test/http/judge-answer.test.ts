import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../src/http/judge-answer.ts';

describe('judging an answer', () => {
  it.each([200, 201, 204, 299])('takes %i for a success', (status) => {
    expect(judgeAnswer({ status, body: undefined }, {}, true)).toEqual({ status, kind: 'success' });
  });

  it('takes 401 for a refused credential when the integration says nothing', () => {
    expect(judgeAnswer({ status: 401, body: {} }, {}, true).kind).toBe('credential');
  });

  it.each([301, 302, 304, 307, 400, 402, 403, 404, 409, 422, 429, 500, 503])(
    'leaves %i to the action when the integration says nothing',
    (status) => {
      expect(judgeAnswer({ status, body: {} }, {}, true).kind).toBe('other');
    },
  );

  it('lets the integration say why, with the body and whether our clock calls the token good', () => {
    const judgeFailure = (failure: { readonly status: number; readonly body: unknown; readonly fresh: boolean }) =>
      failure.status === 404 && !failure.fresh ? 'credential' : 'scope';
    expect(judgeAnswer({ status: 404, body: {} }, { judgeFailure }, false).kind).toBe('credential');
    expect(judgeAnswer({ status: 404, body: {} }, { judgeFailure }, true).kind).toBe('scope');
  });

  it('judges by the status the integration reads from the body', () => {
    const statusOf = ({ body }: { readonly body: unknown }) => (body as { responseCode: number }).responseCode;
    expect(judgeAnswer({ status: 200, body: { responseCode: 401 } }, { statusOf }, true)).toEqual({
      status: 401,
      kind: 'credential',
    });
    expect(judgeAnswer({ status: 200, body: { responseCode: 200 } }, { statusOf }, true).kind).toBe('success');
  });

  it('does not ask the integration about a success', () => {
    const judgeFailure = () => 'credential' as const;
    expect(judgeAnswer({ status: 200, body: {} }, { judgeFailure }, true).kind).toBe('success');
  });
});
