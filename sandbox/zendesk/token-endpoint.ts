import { createHash } from 'node:crypto';
import { type Answer, json } from '../answer.ts';
import { lookUp } from '../look-up.ts';
import type { ProductRequest, Route } from '../product.ts';
import { randomSecret } from '../random-secret.ts';
import { asText, bodyParameters } from '../request-body.ts';
import type { World } from '../world.ts';
import { findClient } from './authorization-page.ts';
import { tokenError } from './oauth-error.ts';
import { covers, splitScopes } from './scopes.ts';
import type { ZendeskClient } from './seed.ts';
import { nextId } from './state.ts';

type Parameters = Readonly<Record<string, unknown>>;

interface TokenRequest {
  readonly tenant: string;
  readonly client: ZendeskClient;
  readonly parameters: Parameters;
  readonly lives: Lives;
}

/** Seconds; no `access` means that the access token does not expire. */
interface Lives {
  readonly access: number | null;
  readonly refresh: number;
}

/**
 * `{tenant}.zendesk.com/oauth/tokens`: JSON is documented and a form works too; the client is in the body.
 * @see https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
export function tokenEndpoint(world: World, host: string): Route {
  return {
    method: 'POST',
    host,
    path: '/oauth/tokens',
    detail: (request) => asText(bodyParameters(request.body)?.grant_type),
    handle: (request) => answerTokenRequest(world, request),
  };
}

function answerTokenRequest(world: World, request: ProductRequest): Answer {
  const parameters = bodyParameters(request.body);
  const grantType = parameters?.grant_type;
  if (!parameters || !asText(grantType)) return tokenError('invalid_request');
  const tenant = request.params.tenant ?? '';
  const client = findClient(tenant, parameters.client_id);
  if (!client || !isRightSecret(client, parameters.client_secret)) return tokenError('invalid_client');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') return tokenError('unsupported_grant_type');
  const lives = readLives(client, parameters);
  if (!lives) return tokenError('invalid_request');
  const tokenRequest = { tenant, client, parameters, lives };
  return grantType === 'authorization_code' ? exchangeCode(world, tokenRequest) : refresh(world, tokenRequest);
}

/** PKCE can make up for a missing secret, but not for a wrong one. */
function isRightSecret(client: ZendeskClient, secret: unknown): boolean {
  if (secret === undefined) return true;
  return client.kind === 'confidential' && secret === client.secret;
}

function exchangeCode(world: World, { tenant, client, parameters, lives }: TokenRequest): Answer {
  const { codes } = world.state().zendesk;
  const code = asText(parameters.code) ?? '';
  const issued = lookUp(codes, code);
  const proven = parameters.client_secret !== undefined || issued?.codeChallenge != null;
  if (issued && !proven) return tokenError('invalid_client');
  delete codes[code];
  const fits =
    issued &&
    issued.tenant === tenant &&
    issued.clientId === client.identifier &&
    issued.redirectUri === parameters.redirect_uri &&
    world.now() < issued.expiresAt &&
    isRightVerifier(issued.codeChallenge, parameters.code_verifier);
  if (!fits) return tokenError('invalid_grant');
  const asked = splitScopes(asText(parameters.scope) ?? issued.scopes.join(' '));
  if (asked.some((scope) => !covers(issued.scopes, scope))) return tokenError('invalid_scope');
  return issue(world, { tenant, client, lives, userId: issued.userId, scopes: asked });
}

/** RFC 7636 §4.6. A verifier without a challenge is refused. */
function isRightVerifier(codeChallenge: string | null, verifier: unknown): boolean {
  if (codeChallenge === null) return verifier === undefined;
  if (typeof verifier !== 'string' || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return createHash('sha256').update(verifier).digest('base64url') === codeChallenge;
}

/** Rotates without leeway: the old pair ends at once, and a replay does not affect the new one. */
function refresh(world: World, { tenant, client, parameters, lives }: TokenRequest): Answer {
  if (client.kind === 'confidential' && parameters.client_secret === undefined) return tokenError('invalid_client');
  const { tokens } = world.state().zendesk;
  const old = tokens.find(({ refreshToken }) => refreshToken === parameters.refresh_token);
  const fits = old && old.tenant === tenant && old.clientId === client.identifier && world.now() < old.refreshExpiresAt;
  if (!fits) return tokenError('invalid_grant');
  tokens.splice(tokens.indexOf(old), 1);
  return issue(world, { tenant, client, lives, userId: old.userId, scopes: old.scopes });
}

interface Issue {
  readonly tenant: string;
  readonly client: ZendeskClient;
  readonly lives: Lives;
  readonly userId: string;
  readonly scopes: readonly string[];
}

function issue(world: World, { tenant, client, lives, userId, scopes }: Issue): Answer {
  const { zendesk } = world.state();
  const now = world.now();
  const token = {
    id: nextId(zendesk),
    tenant,
    clientId: client.identifier,
    userId,
    scopes: [...scopes],
    accessToken: randomSecret(),
    refreshToken: randomSecret(),
    createdAt: now,
    expiresAt: lives.access === null ? null : now + lives.access * 1000,
    refreshExpiresAt: now + lives.refresh * 1000,
  };
  zendesk.tokens.push(token);
  const answer = {
    access_token: token.accessToken,
    refresh_token: token.refreshToken,
    token_type: 'bearer',
    scope: scopes.join(' '),
    ...(lives.access !== null && { expires_in: lives.access }),
    refresh_token_expires_in: lives.refresh,
  };
  return json(zendesk.tokenStatus, answer, { 'cache-control': 'no-store' });
}

/** Expiry is enforced for global clients; an account's own client that does not ask gets a token without end. */
function readLives(client: ZendeskClient, { expires_in, refresh_token_expires_in }: Parameters): Lives | undefined {
  const refresh = readSeconds(refresh_token_expires_in, 2_592_000, { above: 604_800, below: 7_776_000 });
  if (refresh === undefined) return undefined;
  if (expires_in === undefined && client.tenant !== undefined) return { access: null, refresh };
  const access = readSeconds(expires_in, 86_400, { above: 300, below: Math.min(172_800, refresh) });
  return access === undefined ? undefined : { access, refresh };
}

function readSeconds(
  value: unknown,
  otherwise: number,
  { above, below }: { readonly above: number; readonly below: number },
): number | undefined {
  if (value === undefined) return otherwise;
  const seconds = typeof value === 'string' ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) return undefined;
  return seconds > above && seconds < below ? seconds : undefined;
}
