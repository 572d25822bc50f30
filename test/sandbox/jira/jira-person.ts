import type { Sandbox } from '../../../sandbox/index.ts';
import { type HttpAnswer, http, jsonBody } from '../http-answer.ts';

export const redirectUri = 'http://127.0.0.1:3978/oauth/callback/jira';

export function authorizeUrl(sandbox: Sandbox, changes: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  const parameters = {
    audience: 'api.atlassian.com',
    client_id: sandbox.jira.clientId,
    scope: 'read:jira-work write:jira-work read:jira-user offline_access',
    redirect_uri: redirectUri,
    state: 'st&te "1"',
    response_type: 'code',
    prompt: 'consent',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${sandbox.jira.authUrl}/authorize?${query}`;
}

export async function newCode(sandbox: Sandbox, user = 'bob', scope?: string, options?: readonly string[]) {
  const url = authorizeUrl(sandbox, scope === undefined ? {} : { scope });
  const location = await sandbox.consent(url, { user, ...(options && { options }) });
  return new URL(location).searchParams.get('code') ?? '';
}

export function tokenRequest(sandbox: Sandbox, parameters: Record<string, string>): Promise<HttpAnswer> {
  const { authUrl, clientId, clientSecret } = sandbox.jira;
  const body = { client_id: clientId, client_secret: clientSecret, ...parameters };
  return http(`${authUrl}/oauth/token`, jsonBody('POST', body));
}

export function exchange(sandbox: Sandbox, code: string): Promise<HttpAnswer> {
  return tokenRequest(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
}

export function refresh(sandbox: Sandbox, refreshToken: string): Promise<HttpAnswer> {
  return tokenRequest(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** Signed in and ready to call the REST API of a site. */
export async function signedIn(
  sandbox: Sandbox,
  { user = 'bob', scope, site = 'acme' }: { user?: string; scope?: string; site?: string } = {},
) {
  const tokens = (await exchange(sandbox, await newCode(sandbox, user, scope))).json;
  const cloudId = sandbox.jira.sites.find(({ name }) => name === site)?.cloudId;
  const base = `${sandbox.jira.gatewayUrl}/ex/jira/${cloudId}/rest/api/3`;
  const authorization = { authorization: `Bearer ${tokens.access_token}` };
  return {
    tokens,
    get: (path: string) => http(base + path, { headers: authorization }),
    send: (method: string, path: string, value: unknown) => http(base + path, jsonBody(method, value, authorization)),
    resources: () => http(`${sandbox.jira.gatewayUrl}/oauth/token/accessible-resources`, { headers: authorization }),
  };
}
