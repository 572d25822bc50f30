import { type Answer, json } from '../answer.ts';
import { basicOf } from '../credentials-of.ts';
import { lookUp } from '../look-up.ts';
import type { Handler, ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { signJwt } from '../sign-jwt.ts';
import type { World } from '../world.ts';
import { gorgiasClient, gorgiasUsers } from './seed.ts';

const accessTokenLife = 24 * 60 * 60;

/**
 * `{tenant}.gorgias.com/oauth/{token,revoke}`: a form, and the client by HTTP Basic only.
 * @see https://github.com/gorgias/appstore-demo-app
 */
export function tokenEndpoint(world: World, host: string): readonly Route[] {
  return [
    {
      method: 'POST',
      host,
      path: '/oauth/token',
      detail: ({ body }) => (body.encoding === 'form' ? (body.form.get('grant_type') ?? undefined) : undefined),
      handle: withClient((form, tenant) => answerTokenRequest(world, form, tenant)),
    },
    { method: 'POST', host, path: '/oauth/revoke', handle: withClient((form) => revoke(world, form)) },
  ];
}

function withClient(serve: (form: URLSearchParams, tenant: string) => Answer): Handler {
  return (request: ProductRequest) => {
    const client = basicOf(request);
    if (client?.user !== gorgiasClient.clientId || client.password !== gorgiasClient.clientSecret) {
      return refuse(401, 'invalid_client', { 'www-authenticate': 'Basic' });
    }
    if (request.body.encoding !== 'form') return refuse(400, 'invalid_request');
    return serve(request.body.form, request.params.tenant ?? '');
  };
}

function answerTokenRequest(world: World, form: URLSearchParams, tenant: string): Answer {
  const grantType = form.get('grant_type');
  if (grantType === 'authorization_code') return exchangeCode(world, form, tenant);
  if (grantType === 'refresh_token') return refresh(world, form, tenant);
  return refuse(400, grantType === null ? 'invalid_request' : 'unsupported_grant_type');
}

function exchangeCode(world: World, form: URLSearchParams, tenant: string): Answer {
  const { codes, refreshTokens } = world.state().gorgias;
  const code = form.get('code') ?? '';
  const issued = lookUp(codes, code);
  delete codes[code];
  const fits =
    issued &&
    issued.tenant === tenant &&
    issued.redirectUri === form.get('redirect_uri') &&
    world.now() < issued.expiresAt;
  if (!fits) return refuse(400, 'invalid_grant');

  const { userId, scopes, nonce } = issued;
  const grant = { tenant, userId, scopes };
  const answer = { ...issueAccessToken(world, grant), ...issueIdToken(world, grant, nonce) };
  if (!scopes.includes('offline')) return json(200, answer, noStore);
  const refreshToken = randomSecret(48);
  refreshTokens[refreshToken] = grant;
  return json(200, { ...answer, refresh_token: refreshToken }, noStore);
}

/** Not rotated: the response has no refresh token, and the old one is valid until it is revoked. */
function refresh(world: World, form: URLSearchParams, tenant: string): Answer {
  const grant = lookUp(world.state().gorgias.refreshTokens, form.get('refresh_token') ?? '');
  if (grant?.tenant !== tenant) return refuse(400, 'invalid_grant');
  return json(200, issueAccessToken(world, grant), noStore);
}

/** Revokes the refresh token; access tokens already issued work until they expire. */
function revoke(world: World, form: URLSearchParams): Answer {
  const token = form.get('token');
  if (!token) return refuse(400, 'invalid_request');
  delete world.state().gorgias.refreshTokens[token];
  return json(200, {}, noStore);
}

interface Grant {
  readonly tenant: string;
  readonly userId: string;
  readonly scopes: string[];
}

/** `expires_in` is 0 as in Gorgias's own sample; the truth is in the token's `exp`. */
function issueAccessToken(world: World, grant: Grant) {
  const now = world.now();
  const token = signJwt({
    ...claimsOf(world, grant),
    aud: `${world.url()}/gorgias/${grant.tenant}/api`,
    azp: gorgiasClient.clientId,
    scope: grant.scopes.join(' '),
    jti: randomSecret(),
  });
  world.state().gorgias.accessTokens[token] = { ...grant, expiresAt: now + accessTokenLife * 1000 };
  return { access_token: token, expires_in: 0, scope: grant.scopes.join(' '), token_type: 'Bearer' };
}

function issueIdToken(world: World, grant: Grant, nonce: string | null) {
  if (!grant.scopes.includes('openid')) return {};
  const user = gorgiasUsers.find(({ id }) => id === grant.userId);
  return {
    id_token: signJwt({
      ...claimsOf(world, grant),
      aud: gorgiasClient.clientId,
      ...(nonce !== null && { nonce }),
      email: user?.email,
      name: user?.name,
    }),
  };
}

function claimsOf(world: World, { tenant, userId }: Grant) {
  const seconds = Math.floor(world.now() / 1000);
  return {
    iss: `${world.url()}/gorgias/${tenant}`,
    sub: String(gorgiasUsers.find(({ id }) => id === userId)?.number),
    iat: seconds,
    exp: seconds + accessTokenLife,
  };
}

const noStore = { 'cache-control': 'no-store' };

function refuse(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return json(status, { error }, { ...noStore, ...headers });
}
