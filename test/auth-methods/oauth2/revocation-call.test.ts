import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileProblems } from '../../../src/auth-methods/check-profile.ts';
import { revoke } from '../../../src/auth-methods/oauth2/revocation.ts';
import { createGuardedHttp } from '../../../src/http/guarded-http.ts';
import { problemLine } from '../../../src/model/problem.ts';
import type { OAuth2Profile, RevocationCall } from '../../../src/model/profile.ts';
import { answerJson, startServer, type TestServer } from '../../http/start-server.ts';

let server: TestServer;
let given: { status: number; body: unknown } = { status: 200, body: {} };
beforeEach(async () => {
  given = { status: 200, body: {} };
  server = await startServer((_request, response) => answerJson(response, given.status, given.body));
});
afterEach(() => server.close());

const credential = { type: 'oauth2', accessToken: 'at', refreshToken: 'rt/1', scopes: [] } as const;
const inBody = { in: 'body', name: 'token', value: '{{token}}' } as const;

function profileWith(revocation: RevocationCall): OAuth2Profile {
  return {
    id: 'system',
    title: 'Acme',
    method: 'oauth2',
    origin: 'system',
    clientId: 'client',
    clientSecret: 'se:cret',
    authorizationUrl: 'https://acme.example/authorize',
    tokenUrl: 'https://acme.example/token',
    scopes: [],
    placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
    revocation,
  };
}

async function revoked(call: Omit<RevocationCall, 'url'>, path = '/revoke') {
  const guard = { origins: [server.origin], allowInsecureLoopback: true };
  const send = createGuardedHttp().sender(guard);
  const outcome = await revoke(profileWith({ url: `${server.origin}${path}`, ...call }), credential, { send, now: 0 });
  const asked = server.received.splice(0).map(({ method, url, headers, body }) => ({
    line: `${method} ${url}`,
    authorization: headers.authorization,
    type: headers['content-type'],
    body,
  }));
  return { outcome, asked };
}

describe('a product’s own way to end a token', () => {
  it('sends each token, the refresh token first, as a form', async () => {
    const { outcome, asked } = await revoked({
      placements: [inBody, { in: 'body', name: 'token_type_hint', value: '{{tokenType}}' }],
    });
    expect(outcome).toBe('revoked');
    expect(asked.map(({ line, body }) => [line, body])).toEqual([
      ['POST /revoke', 'token=rt%2F1&token_type_hint=refresh_token'],
      ['POST /revoke', 'token=at&token_type_hint=access_token'],
    ]);
  });

  it('deletes a token by its address, as one segment of it', async () => {
    const { asked } = await revoked(
      { method: 'DELETE', placements: [{ in: 'path', name: 'token', value: '{{token}}' }], tokens: ['refresh_token'] },
      '/refresh-tokens/{token}',
    );
    expect(asked).toMatchObject([{ line: 'DELETE /refresh-tokens/rt%2F1', type: undefined }]);
  });

  it('puts the client where the product wants it, and speaks JSON', async () => {
    const { asked } = await revoked(
      {
        method: 'DELETE',
        format: 'json',
        tokens: ['access_token'],
        placements: [
          { in: 'path', name: 'client', value: '{{clientId}}' },
          { in: 'header', name: 'Authorization', value: 'Basic {{basic}}' },
          { in: 'body', name: 'access_token', value: '{{token}}' },
        ],
      },
      '/applications/{client}/grant',
    );
    expect(asked).toEqual([
      {
        line: 'DELETE /applications/client/grant',
        authorization: `Basic ${btoa('client:se%3Acret')}`,
        type: 'application/json',
        body: '{"access_token":"at"}',
      },
    ]);
  });

  it('asks with the token itself, and with no body where none is named', async () => {
    const { asked } = await revoked({
      tokens: ['access_token'],
      placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{token}}' }],
    });
    expect(asked).toMatchObject([{ line: 'POST /revoke', authorization: 'Bearer at', type: undefined, body: '' }]);
  });

  it('keeps the query that an address has', async () => {
    const call = { method: 'GET', tokens: ['access_token'], placements: [{ ...inBody, in: 'query' }] } as const;
    expect((await revoked(call, '/revoke.do?v=1')).asked).toMatchObject([{ line: 'GET /revoke.do?v=1&token=at' }]);
  });

  it.each([
    ['revoked', 204, {}],
    ['revoked', 400, { error: 'invalid_token' }],
    ['revoked', 410, {}],
    ['unsupported', 401, {}],
    ['failed', 500, {}],
    ['failed', 429, {}],
    ['failed', 302, {}],
  ])('is %s after %i %j', async (expected, status, body) => {
    given = { status, body };
    expect((await revoked({ placements: [inBody], endedStatuses: [410] })).outcome).toBe(expected);
  });

  it('tries again where the client was refused: that says nothing of the token', async () => {
    given = { status: 401, body: {} };
    const client = { in: 'body', name: 'client_secret', value: '{{clientSecret}}' } as const;
    expect((await revoked({ placements: [inBody, client] })).outcome).toBe('failed');
  });

  it.each<readonly [string, RevocationCall]>([
    [
      'revocation.placements: no placement contains',
      { url: 'https://acme.example/revoke', placements: [{ ...inBody, value: 'x' }] },
    ],
    ['revocation.url: it must be https', { url: 'http://acme.example/revoke', placements: [inBody] }],
    [
      'revocation.url: {tenant} needs a `tenant`',
      { url: 'https://{tenant}.acme.example/revoke', placements: [inBody] },
    ],
    ['revocation.url: no placement in the path fills {id}', { url: 'https://acme.example/{id}', placements: [inBody] }],
    [
      'revocation.url: {token}: ',
      { url: 'https://{token}.acme.example/', placements: [inBody, { in: 'path', name: 'token', value: '{{token}}' }] },
    ],
    ['revocation.url: {{token}} is not a known name', { url: 'https://acme.example/{{token}}', placements: [inBody] }],
    [
      'revocation.placements[1].value: {{password}} is not a known name',
      { url: 'https://acme.example/x', placements: [inBody, { in: 'query', name: 'p', value: '{{password}}' }] },
    ],
    ['revocation.method: a GET has no body', { url: 'https://acme.example/x', method: 'GET', placements: [inBody] }],
  ])('is refused at the start: %s', (expected, revocation) => {
    const lines = profileProblems(profileWith(revocation), { baseUrl: 'https://api.acme.example' }).map(problemLine);
    expect(lines.join('\n')).toContain(expected);
  });

  it('is not named beside the address of RFC 7009', () => {
    const both = {
      ...profileWith({ url: 'https://acme.example/revoke', placements: [inBody] }),
      revocationUrl: 'https://acme.example/revoke',
    };
    expect(profileProblems(both, { baseUrl: 'https://acme.example' }).map(problemLine)).toEqual([
      'revocation: there is a revocationUrl too: keep one of them',
    ]);
  });
});
