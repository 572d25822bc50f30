import type { Sandbox } from '../../../sandbox/index.ts';
import { formBody, http, jsonBody } from '../http-answer.ts';

export const redirectUri = 'http://127.0.0.1:3978/oauth/callback/gorgias?account=acme';

export function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}

export function authorizeUrl(sandbox: Sandbox, changes: Record<string, string> = {}, tenant = 'acme'): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: sandbox.gorgias.clientId,
    scope: 'openid email profile offline write:all',
    redirect_uri: redirectUri,
    state: 's1',
    nonce: 'n1',
    ...changes,
  });
  return `${sandbox.gorgias.urlFor(tenant)}/oauth/authorize?${query}`;
}

export async function newCode(sandbox: Sandbox, { user = 'bob', ...changes }: Record<string, string> = {}) {
  const location = await sandbox.consent(authorizeUrl(sandbox, changes), { user });
  return new URL(location).searchParams.get('code') ?? '';
}

export function tokenRequest(sandbox: Sandbox, parameters: Record<string, string>, path = 'token', tenant = 'acme') {
  const { clientId, clientSecret, urlFor } = sandbox.gorgias;
  const authorization = basic(clientId, clientSecret);
  return http(`${urlFor(tenant)}/oauth/${path}`, formBody(parameters, { authorization }));
}

export function exchange(sandbox: Sandbox, code: string, changes: Record<string, string> = {}, tenant = 'acme') {
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...changes };
  return tokenRequest(sandbox, parameters, 'token', tenant);
}

export async function signedIn(sandbox: Sandbox, parameters: Record<string, string> = {}) {
  const { json: tokens } = await exchange(sandbox, await newCode(sandbox, parameters));
  return { tokens, ...calling(sandbox, `Bearer ${tokens.access_token}`) };
}

export function withApiKey(sandbox: Sandbox, id = 'bob') {
  const user = sandbox.gorgias.users.find((one) => one.id === id);
  return calling(sandbox, basic(user?.email ?? '', user?.apiKey ?? ''), user?.tenant);
}

export function calling(sandbox: Sandbox, authorization: string, tenant = 'acme') {
  const base = `${sandbox.gorgias.urlFor(tenant)}/api`;
  return {
    get: (path: string) => http(base + path, { headers: { authorization } }),
    send: (method: string, path: string, value?: unknown) =>
      http(base + path, jsonBody(method, value, { authorization })),
  };
}
