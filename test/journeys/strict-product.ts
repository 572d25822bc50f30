import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineAction, type Integration } from 'latchkey';
import { z } from 'zod';

/**
 * A product that wants everything an OAuth client should do and the others do not ask for: PKCE with S256, `iss`, rotation
 * without any leeway, and revocation. It consents by itself.
 */
export interface StrictProduct {
  readonly url: string;
  readonly integration: Integration;
  readonly actions: readonly [typeof countThings, typeof deleteThings];
  /** Requests in the order in which they came: `POST /token authorization_code`. */
  readonly requests: readonly string[];
  /** What was revoked, by the kind of token. */
  readonly revoked: readonly string[];
  /** What of `iss` comes back; `right` to begin with. */
  iss: 'right' | 'wrong' | 'missing';
  /** The API refuses every token, also new ones, while all else works. */
  refusesCalls: boolean;
  /** Code challenges that came to the authorization endpoint, and the lengths of the verifiers that fitted them. */
  readonly challenges: readonly string[];
  readonly verifierLengths: readonly number[];
  /** Milliseconds that an access token lives. */
  readonly tokenLife: number;
  close(): Promise<void>;
}

export const countThings = defineAction({
  id: 'acme.count',
  title: 'Count my things',
  purpose: 'count your things',
  integration: 'acme',
  scopes: ['things'],
  input: z.object({}),
  run: async (api) => (await api.get<{ count: number }>('/things')).data.count,
  answer: (count) => ({ title: `You have ${count} things` }),
});

export const deleteThings = defineAction({
  id: 'acme.delete',
  title: 'Delete my things',
  purpose: 'delete your things',
  integration: 'acme',
  scopes: ['things'],
  destructive: true,
  input: z.object({}),
  run: async (api) => (await api.delete('/things')).status,
  answer: () => ({ title: 'All things are deleted' }),
});

const CLIENT = { clientId: 'strict-client', clientSecret: 'strict-client-secret' };
const TOKEN_LIFE = 3_600_000;

export async function startStrictProduct(now: () => number): Promise<StrictProduct> {
  const codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  const access = new Map<string, { readonly family: string; readonly expiresAt: number }>();
  const refresh = new Map<string, string>();
  const requests: string[] = [];
  const revoked: string[] = [];
  const challenges: string[] = [];
  const verifierLengths: number[] = [];

  const endFamily = (family: string): void => {
    for (const [token, owner] of refresh) if (owner === family) refresh.delete(token);
    for (const [token, issued] of access) if (issued.family === family) access.delete(token);
  };

  const issue = (family: string) => {
    const tokens = { access_token: secret('at'), refresh_token: secret('rt') };
    access.set(tokens.access_token, { family, expiresAt: now() + TOKEN_LIFE });
    refresh.set(tokens.refresh_token, family);
    return { status: 200, body: { ...tokens, token_type: 'Bearer', expires_in: TOKEN_LIFE / 1000, scope: 'things' } };
  };

  const answerToken = (form: URLSearchParams) => {
    const grant = form.get('grant_type');
    if (form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.clientSecret) {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    if (grant === 'refresh_token') {
      const family = refresh.get(form.get('refresh_token') ?? '');
      if (family === undefined) return { status: 400, body: { error: 'invalid_grant' } };
      refresh.delete(form.get('refresh_token') ?? '');
      return issue(family);
    }
    const issued = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const fits = issued?.challenge === createHash('sha256').update(verifier).digest('base64url');
    if (!fits || issued.redirectUri !== form.get('redirect_uri') || verifier.length < 43) {
      return { status: 400, body: { error: 'invalid_grant' } };
    }
    verifierLengths.push(verifier.length);
    return issue(secret('family'));
  };

  const product = {
    url: '',
    requests,
    revoked,
    challenges,
    verifierLengths,
    iss: 'right' as StrictProduct['iss'],
    refusesCalls: false,
    tokenLife: TOKEN_LIFE,
    actions: [countThings, deleteThings] as const,
  };

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const challenge = query.get('code_challenge') ?? '';
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('code_challenge_method') !== 'S256' || challenge.length !== 43) {
      send(response, 400, {});
      return;
    }
    challenges.push(challenge);
    const code = secret('code');
    codes.set(code, { challenge, redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    if (product.iss !== 'missing') {
      back.searchParams.set('iss', product.iss === 'right' ? product.url : 'https://evil.example');
    }
    response.writeHead(302, { location: back.href });
    response.end();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', product.url);
    const form = new URLSearchParams(await textOf(request));
    const detail = form.get('grant_type') ?? '';
    requests.push(`${request.method} ${url.pathname} ${detail}`.trim());
    if (url.pathname === '/authorize') return authorize(url.searchParams, response);
    if (url.pathname === '/token') {
      const { status, body } = answerToken(form);
      return send(response, status, body);
    }
    if (url.pathname === '/revoke') {
      const token = form.get('token') ?? '';
      const family = refresh.get(token) ?? access.get(token)?.family;
      revoked.push(token.slice(0, 2));
      if (family !== undefined) endFamily(family);
      return send(response, 200, {});
    }
    const bearer = (request.headers.authorization ?? '').replace('Bearer ', '');
    const issued = access.get(bearer);
    const refused = issued === undefined || now() >= issued.expiresAt;
    if (refused || (product.refusesCalls && url.pathname !== '/me')) return send(response, 401, { error: 'bad token' });
    if (url.pathname === '/me') return send(response, 200, { id: '7', name: 'Ann *Lee* <ann>' });
    return send(response, 200, { count: 3 });
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  product.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(product, {
    integration: integrationAt(product.url),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function integrationAt(url: string): Integration {
  return {
    id: 'acme',
    name: 'Acme',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'system',
        title: 'Acme account',
        method: 'oauth2',
        origin: 'system',
        ...CLIENT,
        authorizationUrl: `${url}/authorize`,
        tokenUrl: `${url}/token`,
        revocationUrl: `${url}/revoke`,
        // each sign-in is a family of its own
        revocationEnds: 'token',
        issuer: url,
        requiresIss: true,
        scopes: ['things'],
        placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
      },
    ],
    check: {
      method: 'GET',
      path: '/me',
      account: (body) => {
        const { id, name } = body as { readonly id: string; readonly name: string };
        return { id, label: name };
      },
    },
  };
}

function secret(kind: string): string {
  return `${kind}-${randomBytes(24).toString('base64url')}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
