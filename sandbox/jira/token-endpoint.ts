import { type Answer, json } from '../answer.ts';
import { lookUp } from '../look-up.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { asText, bodyParameters } from '../request-body.ts';
import { signJwt } from '../sign-jwt.ts';
import type { World } from '../world.ts';
import { jiraClient } from './seed.ts';

const second = 1000;
const day = 24 * 60 * 60 * second;
const accessTokenLife = 3600;
const reuseLeeway = 10 * 60 * second;
const refreshIdleLife = 90 * day;
const refreshAbsoluteLife = 365 * day;

type Parameters = Readonly<Record<string, unknown>>;

/**
 * `auth.atlassian.com/oauth/token`: JSON is documented, a form works too; the client is in the body.
 * @see https://developer.atlassian.com/cloud/oauth/getting-started/refresh-tokens/
 */
export function tokenEndpoint(world: World): Route {
  return {
    method: 'POST',
    host: '/jira/auth',
    path: '/oauth/token',
    detail: (request) => asText(bodyParameters(request.body)?.grant_type),
    handle: (request) => answerTokenRequest(world, request),
  };
}

function answerTokenRequest(world: World, request: ProductRequest): Answer {
  const parameters = bodyParameters(request.body);
  if (!parameters) return refuse(400, 'invalid_request', 'The body must be JSON.');
  const grantType = asText(parameters.grant_type);
  if (!grantType) return refuse(400, 'invalid_request', 'Missing required parameter: grant_type');
  if (parameters.client_id !== jiraClient.clientId || parameters.client_secret !== jiraClient.clientSecret) {
    return refuse(401, 'access_denied', 'Unauthorized');
  }
  if (grantType === 'authorization_code') return exchangeCode(world, parameters);
  if (grantType === 'refresh_token') return refresh(world, parameters);
  return refuse(403, 'unsupported_grant_type', `Unsupported grant type: ${grantType}`);
}

function exchangeCode(world: World, parameters: Parameters): Answer {
  const { codes } = world.state().jira;
  const code = asText(parameters.code) ?? '';
  const issued = lookUp(codes, code);
  delete codes[code];
  const fits = issued && issued.redirectUri === parameters.redirect_uri && world.now() < issued.expiresAt;
  if (!fits) return refuse(403, 'invalid_grant', 'Invalid authorization code');
  // No code_challenge can have been registered: PKCE is not offered for 3LO.
  if (parameters.code_verifier !== undefined) {
    return refuse(403, 'invalid_grant', 'Failed to verify code verifier');
  }
  return issueTokens(world, { userId: issued.userId, scopes: issued.scopes, grantedAt: world.now() });
}

function refresh(world: World, parameters: Parameters): Answer {
  const { refreshTokens, grants, refreshRefusal } = world.state().jira;
  const now = world.now();
  const presented = asText(parameters.refresh_token) ?? '';
  const issued = lookUp(refreshTokens, presented);
  const alive =
    issued &&
    grants[issued.userId] &&
    now < issued.usedAt + refreshIdleLife &&
    now < issued.grantedAt + refreshAbsoluteLife &&
    (issued.rotatedAt === null || now <= issued.rotatedAt + reuseLeeway);
  if (!alive) {
    if (refreshRefusal === 'unauthorized_client') return refuse(403, 'unauthorized_client', 'refresh_token is invalid');
    return refuse(403, 'invalid_grant', 'Unknown or invalid refresh token.');
  }
  refreshTokens[presented] = { ...issued, rotatedAt: issued.rotatedAt ?? now };
  return issueTokens(world, issued);
}

function issueTokens(
  world: World,
  {
    userId,
    scopes,
    grantedAt,
  }: { readonly userId: string; readonly scopes: readonly string[]; readonly grantedAt: number },
): Answer {
  const { accessTokens, refreshTokens } = world.state().jira;
  const now = world.now();
  const accessToken = signJwt({
    iss: 'https://auth.atlassian.com',
    aud: jiraClient.clientId,
    sub: userId,
    jti: randomSecret(),
    iat: Math.floor(now / second),
    exp: Math.floor(now / second) + accessTokenLife,
    scope: scopes.join(' '),
  });
  accessTokens[accessToken] = { userId, scopes: [...scopes], expiresAt: now + accessTokenLife * second };
  const answer = {
    access_token: accessToken,
    expires_in: accessTokenLife,
    token_type: 'Bearer',
    scope: scopes.join(' '),
  };
  if (!scopes.includes('offline_access')) return json(200, answer, noStore);
  const refreshToken = randomSecret(48);
  refreshTokens[refreshToken] = { userId, scopes: [...scopes], grantedAt, usedAt: now, rotatedAt: null };
  return json(200, { ...answer, refresh_token: refreshToken }, noStore);
}

const noStore = { 'cache-control': 'no-store' };

function refuse(status: number, error: string, description: string): Answer {
  return json(status, { error, error_description: description }, noStore);
}
