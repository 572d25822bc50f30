import * as client from 'openid-client';
import { ConfigurationError, HostRefusedError, LatchkeyError, OAuthRefusedError } from '../../errors.ts';
import type { TokenCredential } from '../../model/credential.ts';
import {
  type AnyOAuth2Profile,
  type ClientCredentialsProfile,
  type OAuth2Profile,
  renewalUrl,
  type TokenExchange,
} from '../../model/profile.ts';
import type { MethodContext } from '../auth-method.ts';
import { configure, configureToken } from './client-configuration.ts';
import { endpointUrl } from './endpoint-url.ts';
import { postForm, secretsOf } from './post-form.ts';
import { refusalOfCallback } from './refusal.ts';
import { signedJwt } from './sign-jwt.ts';
import { type GrantType, readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { expiryOf } from './token-lifetime.ts';

/** 256 random bits, base64url (RFC 6749 section 10.12). */
export function newState(): string {
  return client.randomState();
}

/** RFC 7636 section 4.1. */
export function newCodeVerifier(): string {
  return client.randomPKCECodeVerifier();
}

export interface AuthorizationRequest {
  /** From the configured public URL, never from a request's Host. */
  readonly redirectUri: string;
  readonly tenant?: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly codeVerifier?: string;
}

/**
 * Where to send the browser (RFC 6749 section 4.1.1), with PKCE S256 if a verifier is given. Keeps a query that the profile's
 * address already has, except for parameters that the protocol sets.
 *
 * @throws HostRefusedError, ConfigurationError if the profile authorizes the bot itself
 */
export async function authorizationUrl(profile: AnyOAuth2Profile, request: AuthorizationRequest): Promise<string> {
  requirePerson(profile);
  const endpoint = endpointUrl(profile.authorizationUrl, request.tenant);
  const params = new URLSearchParams(endpoint.search);
  endpoint.search = '';
  endpoint.hash = '';
  for (const [name, value] of Object.entries(profile.authorizationParams ?? {})) params.set(name, value);
  const scopes = allScopes(profile, request.scopes);
  for (const [name, asked] of scopeParams(profile, scopes)) params.set(name, asked.join(profile.scopeSeparator ?? ' '));
  params.set('response_type', 'code');
  params.set('client_id', profile.clientId);
  params.set('redirect_uri', request.redirectUri);
  params.set('state', request.state);
  if (request.codeVerifier !== undefined) {
    params.set('code_challenge', await client.calculatePKCECodeChallenge(request.codeVerifier));
    params.set('code_challenge_method', 'S256');
  }
  const server = configure(profile, { authorization_endpoint: endpoint.href });
  const url = client.buildAuthorizationUrl(server, params);
  // `%20` is understood everywhere, `+` is not
  return `${url.origin}${url.pathname}${url.search.replaceAll('+', '%20')}`;
}

export interface AuthorizationAnswer {
  /** The query of the callback. */
  readonly params: URLSearchParams;
  readonly redirectUri: string;
  /** The `state` that was sent. */
  readonly state: string;
  readonly codeVerifier?: string;
  readonly tenant?: string;
  /** Taken as granted if the response names no scope (RFC 6749 section 5.1). */
  readonly requestedScopes: readonly string[];
}

/**
 * Checks the authorization response (`state`, `iss` of RFC 9207, no repeated parameter) and exchanges its code. Never
 * repeated: the server may revoke the whole grant when it sees a code twice.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function exchangeCode(
  profile: AnyOAuth2Profile,
  answer: AuthorizationAnswer,
  context: MethodContext,
): Promise<TokenCredential> {
  requirePerson(profile);
  const server = configureToken(profile, profile.tokenUrl, {
    ...context,
    ...(answer.tenant === undefined ? {} : { tenant: answer.tenant }),
  });
  const hook = hookTokenRequest(profile, context, 'authorization_code', { redirect_uri: answer.redirectUri });
  server[client.customFetch] = hook.fetch;
  await settled(
    client.authorizationCodeGrant(
      server,
      callbackUrl(profile, answer),
      {
        expectedState: answer.state,
        ...(answer.codeVerifier === undefined ? {} : { pkceCodeVerifier: answer.codeVerifier }),
      },
      { ...profile.tokenParams },
    ),
  );
  return credentialOf(hook.answer(), profile, context.now, {
    scopes: allScopes(profile, answer.requestedScopes),
  });
}

/**
 * Gets a new access token for the refresh token (RFC 6749 section 6). Keeps the old refresh token and scopes if the response
 * omits them.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function refresh(
  profile: AnyOAuth2Profile,
  credential: TokenCredential,
  context: MethodContext,
): Promise<TokenCredential> {
  if (credential.refreshToken === undefined) throw new OAuthRefusedError('reauthorize', 'no_refresh_token');
  const server = configureToken(profile, renewalUrl(profile), context);
  const hook = hookTokenRequest(profile, context, 'refresh_token', {});
  server[client.customFetch] = hook.fetch;
  await settled(client.refreshTokenGrant(server, credential.refreshToken, { ...profile.tokenParams }));
  return credentialOf(hook.answer(), profile, context.now, credential);
}

/**
 * Gets a token for the bot itself (RFC 6749 section 4.4, RFC 7523 section 2.1, or Zoom's account credentials). It has no
 * refresh token: to renew it, the bot asks again, at the profile's `refreshUrl` if there is one.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function clientCredentialsGrant(
  profile: ClientCredentialsProfile,
  context: MethodContext,
  url = profile.tokenUrl,
): Promise<TokenCredential> {
  const server = configureToken(profile, url, context);
  const hook = hookTokenRequest(profile, context, 'client_credentials', {});
  server[client.customFetch] = hook.fetch;
  const scopes = allScopes(profile, []);
  const { grantType, parameters } = botGrant(profile, url, scopes, context);
  await settled(client.genericGrantRequest(server, grantType, { ...profile.tokenParams, ...parameters }));
  const { refreshToken: _, ...answer } = hook.answer();
  return credentialOf(answer, profile, context.now, { scopes });
}

/** The grant of the bot itself: by its client, by a JWT that it signs, or for the account that the app belongs to. */
function botGrant(
  profile: ClientCredentialsProfile,
  url: string,
  scopes: readonly string[],
  { now, tenant }: MethodContext,
): { readonly grantType: string; readonly parameters: Readonly<Record<string, string>> } {
  const { assertion, accountId, clientId, clientKey, scopeSeparator = ' ' } = profile;
  const scope: Readonly<Record<string, string>> = scopes.length === 0 ? {} : { scope: scopes.join(scopeSeparator) };
  if (accountId !== undefined) {
    return { grantType: 'account_credentials', parameters: { account_id: accountId, ...scope } };
  }
  if (assertion === undefined) return { grantType: 'client_credentials', parameters: scope };
  if (clientKey === undefined) throw new ConfigurationError('an assertion needs clientKey');
  const { issuer = clientId, subject, audience = endpointUrl(url, tenant).href, lifetime, scopesIn } = assertion;
  const claims = {
    iss: issuer,
    aud: audience,
    ...(subject === undefined ? {} : { sub: subject }),
    ...(scopesIn === 'claim' ? scope : {}),
  };
  return {
    grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    parameters: {
      assertion: signedJwt(clientKey, claims, now, lifetime),
      ...(scopesIn === 'claim' ? {} : scope),
    },
  };
}

/**
 * Exchanges a token that the person gave the bot for one of the product (RFC 8693 section 2.1, or Microsoft's on-behalf-of).
 * The person's token is sent to the token endpoint and not stored. If the product returns a refresh token, that renews.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function tokenExchangeGrant(
  profile: ClientCredentialsProfile,
  exchange: TokenExchange,
  personToken: string,
  context: MethodContext,
): Promise<TokenCredential> {
  const server = configureToken(profile, profile.tokenUrl, context);
  const hook = hookTokenRequest(profile, context, 'client_credentials', {});
  server[client.customFetch] = hook.fetch;
  const scopes = allScopes(profile, []);
  const scope: Readonly<Record<string, string>> =
    scopes.length === 0 ? {} : { scope: scopes.join(profile.scopeSeparator ?? ' ') };
  const { grantType, parameters } = exchangeOf(exchange, personToken);
  const request = { ...profile.tokenParams, ...parameters, ...scope };
  await settled(client.genericGrantRequest(server, grantType, request));
  return credentialOf(hook.answer(), profile, context.now, { scopes });
}

function exchangeOf(
  { kind, subjectTokenType = 'urn:ietf:params:oauth:token-type:access_token', audience, resource }: TokenExchange,
  personToken: string,
): { readonly grantType: string; readonly parameters: Readonly<Record<string, string>> } {
  if (kind === 'on_behalf_of') {
    const parameters = { assertion: personToken, requested_token_use: 'on_behalf_of' };
    return { grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer', parameters };
  }
  return {
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    parameters: {
      subject_token: personToken,
      subject_token_type: subjectTokenType,
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      ...(audience === undefined ? {} : { audience }),
      ...(resource === undefined ? {} : { resource }),
    },
  };
}

function requirePerson(profile: AnyOAuth2Profile): asserts profile is OAuth2Profile {
  if (profile.grant !== 'client_credentials') return;
  throw new ConfigurationError(
    `the profile "${profile.id}" authorizes the bot itself: no person can be sent to consent`,
  );
}

/** The engine reads the response from a URL. `iss` counts only if we know what it should be (RFC 9207 section 2.4). */
function callbackUrl(profile: OAuth2Profile, answer: AuthorizationAnswer): URL {
  const params = new URLSearchParams(answer.params);
  if (profile.issuer === undefined && profile.requiresIss !== true) params.delete('iss');
  const url = new URL(answer.redirectUri);
  url.search = params.toString();
  return url;
}

/** Every token request and response passes through here: formats the body, then checks and reads the response. */
function hookTokenRequest(
  profile: AnyOAuth2Profile,
  context: MethodContext,
  grantType: GrantType,
  override: Readonly<Record<string, string>>,
) {
  let answer: TokenAnswer | undefined;
  const fetch: client.CustomFetch = async (url, request) => {
    const received = await postForm(profile, context, url, request, override);
    const sent = () => secretsOf(profile, request);
    answer = readTokenAnswer(received, profile, grantType, { sent, valuesOf: context.valuesOf });
    // the engine only ever sees a well-formed response
    return new ReadAnswer({ access_token: answer.accessToken, token_type: 'bearer' });
  };
  return {
    fetch,
    answer: () => {
      if (answer === undefined) throw new OAuthRefusedError('transient', 'invalid_response');
      return answer;
    },
  };
}

/** A response that is parsed already; with a real body, the engine would have to parse it again. */
class ReadAnswer extends Response {
  override readonly json: () => Promise<object>;

  constructor(content: object) {
    super(null, { headers: { 'content-type': 'application/json' } });
    this.json = async () => content;
  }
}

/** Awaits the engine and replaces its errors by ours, because its own can contain tokens and the callback's query. */
async function settled<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): LatchkeyError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LatchkeyError) return cause;
  }
  if (error instanceof client.AuthorizationResponseError) return refusalOfCallback(error.error);
  if (error instanceof client.ClientError && error.code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') {
    return new HostRefusedError('an endpoint must be https');
  }
  return new OAuthRefusedError('denied', 'invalid_authorization_response');
}

function credentialOf(
  answer: TokenAnswer,
  profile: AnyOAuth2Profile,
  requestedAt: number,
  before: Pick<TokenCredential, 'scopes' | 'refreshToken' | 'values'>,
): TokenCredential {
  const refreshToken = answer.refreshToken ?? before.refreshToken;
  const expiresAt = expiryOf(answer, profile, requestedAt);
  const values = { ...before.values, ...answer.values };
  return {
    type: 'oauth2',
    accessToken: answer.accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    scopes: answer.scopes ?? before.scopes,
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/** An optional scope that an action needs is requested as a required one. */
function scopeParams(
  { optionalScopes = [], optionalScopeParam = 'scope' }: OAuth2Profile,
  needed: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const optional = optionalScopes.filter((scope) => !needed.includes(scope));
  const apart = optionalScopeParam === 'scope' ? [] : [[optionalScopeParam, optional] as const];
  const all = [['scope', apart.length === 0 ? [...needed, ...optional] : needed] as const, ...apart];
  return new Map(all.filter(([, scopes]) => scopes.length > 0));
}

function allScopes(profile: AnyOAuth2Profile, scopes: readonly string[]): readonly string[] {
  return [...new Set([...profile.scopes, ...scopes])];
}
