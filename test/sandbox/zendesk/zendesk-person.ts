import { createHash } from 'node:crypto';
import type { Sandbox } from '../../../sandbox/index.ts';
import { http, jsonBody } from '../http-answer.ts';

export const redirectUri = 'http://127.0.0.1:3978/oauth/callback/zendesk';
export const verifier = 'a'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

export function authorizeUrl(
  sandbox: Sandbox,
  changes: Record<string, string | undefined> = {},
  tenant = 'acme',
): string {
  const query = new URLSearchParams();
  const parameters = {
    response_type: 'code',
    client_id: sandbox.zendesk.clientId,
    redirect_uri: redirectUri,
    scope: 'read write',
    state: 's1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${sandbox.zendesk.urlFor(tenant)}/oauth/authorizations/new?${query}`;
}

export async function newCode(
  sandbox: Sandbox,
  { user = 'bob', tenant = 'acme', ...changes }: Record<string, string | undefined> = {},
): Promise<string> {
  const location = await sandbox.consent(authorizeUrl(sandbox, changes, tenant), { user });
  return new URL(location).searchParams.get('code') ?? '';
}

/** The global client with everything right, unless changed; `undefined` leaves a parameter out. */
export function tokenRequest(sandbox: Sandbox, changes: Record<string, unknown>, tenant = 'acme') {
  const { clientId, clientSecret, urlFor } = sandbox.zendesk;
  const parameters = { client_id: clientId, client_secret: clientSecret, ...changes };
  return http(`${urlFor(tenant)}/oauth/tokens`, jsonBody('POST', parameters));
}

export function exchange(sandbox: Sandbox, code: string, changes: Record<string, unknown> = {}, tenant = 'acme') {
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  const lives = { expires_in: 3600, refresh_token_expires_in: 2_592_000 };
  return tokenRequest(sandbox, { ...parameters, ...lives, ...changes }, tenant);
}

export function refresh(sandbox: Sandbox, refreshToken: string, changes: Record<string, unknown> = {}) {
  return tokenRequest(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken, ...changes });
}

export async function signedIn(
  sandbox: Sandbox,
  { user = 'bob', scope = 'read write' }: { readonly user?: string; readonly scope?: string } = {},
) {
  const { json: tokens } = await exchange(sandbox, await newCode(sandbox, { user, scope }));
  return { tokens, ...calling(sandbox, `Bearer ${tokens.access_token}`) };
}

export function withApiToken(sandbox: Sandbox, email = 'bob@acme.example', token = sandbox.zendesk.apiTokens.acme) {
  return calling(sandbox, `Basic ${btoa(`${email}/token:${token}`)}`);
}

export function calling(sandbox: Sandbox, authorization: string, tenant = 'acme') {
  const base = `${sandbox.zendesk.urlFor(tenant)}/api/v2`;
  return {
    get: (path: string) => http(base + path, { headers: { authorization } }),
    send: (method: string, path: string, value?: unknown) =>
      http(base + path, jsonBody(method, value, { authorization })),
  };
}
