import { createHash } from 'node:crypto';
import { type Answer, json } from '../answer.ts';
import { lookUp } from '../look-up.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { asText, bodyParameters } from '../request-body.ts';
import type { World } from '../world.ts';
import { githubClient } from './seed.ts';

/**
 * `github.com/login/oauth/access_token`: accepts a form or JSON, responds with a form unless JSON is requested, and reports
 * errors with status 200.
 * @see https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
 */
export function tokenEndpoint(world: World, host: string): Route {
  return {
    method: 'POST',
    host,
    path: '/login/oauth/access_token',
    handle: (request) => inDialect(request, answerTokenRequest(world, bodyParameters(request.body) ?? {})),
  };
}

type Parameters = Readonly<Record<string, unknown>>;

function answerTokenRequest(world: World, parameters: Parameters): Readonly<Record<string, string>> {
  if (parameters.client_id !== githubClient.clientId || parameters.client_secret !== githubClient.clientSecret) {
    return problem('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
  }
  const { codes, accessTokens } = world.state().github;
  const code = asText(parameters.code) ?? '';
  const issued = lookUp(codes, code);
  delete codes[code];
  if (!issued || world.now() >= issued.expiresAt || !isRightVerifier(issued.codeChallenge, parameters.code_verifier)) {
    return problem('bad_verification_code', 'The code passed is incorrect or expired.');
  }
  if (parameters.redirect_uri !== undefined && parameters.redirect_uri !== issued.redirectUri) {
    return problem(
      'redirect_uri_mismatch',
      'The redirect_uri MUST match the registered callback URL for this application.',
    );
  }
  const token = `gho_${randomSecret(27).replaceAll(/[-_]/g, '0')}`;
  accessTokens[token] = { userId: issued.userId, scopes: issued.scopes };
  return { access_token: token, scope: issued.scopes.join(','), token_type: 'bearer' };
}

/** RFC 7636 §4.6; without a challenge, a verifier is ignored. */
function isRightVerifier(codeChallenge: string | null, verifier: unknown): boolean {
  if (codeChallenge === null) return true;
  return typeof verifier === 'string' && createHash('sha256').update(verifier).digest('base64url') === codeChallenge;
}

function problem(error: string, description: string): Readonly<Record<string, string>> {
  const page = 'troubleshooting-oauth-app-access-token-request-errors';
  return {
    error,
    error_description: description,
    error_uri: `https://docs.github.com/apps/maintaining-oauth-apps/${page}`,
  };
}

function inDialect({ headers }: ProductRequest, answer: Readonly<Record<string, string>>): Answer {
  if (headers.accept?.includes('application/json')) return json(200, answer, { 'cache-control': 'no-store' });
  return {
    status: 200,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', 'cache-control': 'no-store' },
    body: new URLSearchParams(answer).toString(),
  };
}
