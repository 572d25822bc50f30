import * as client from 'openid-client';
import { ConfigurationError, HostRefusedError, LatchkeyError, OAuthRefusedError } from '../../errors.ts';
import type { TokenCredential } from '../../model/credential.ts';
import type { HttpResponse } from '../../model/http.ts';
import {
  type AnyOAuth2Profile,
  type ClientCredentialsProfile,
  type OAuth2Profile,
  renewalUrl,
} from '../../model/profile.ts';
import type { MethodContext, Revocation } from '../auth-method.ts';
import { endpointUrl, isInsecureLoopback } from './endpoint-url.ts';
import { refusalOfCallback } from './refusal.ts';
import { type GrantType, readTokenAnswer, type TokenAnswer } from './token-answer.ts';
import { expiryOf } from './token-lifetime.ts';
import { tokenRequestBody } from './token-request-body.ts';

/** 256 bit, base64url (RFC 6749 section 10.12). */
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
 * Where to send the browser (RFC 6749 section 4.1.1), with PKCE S256 where a verifier is given. A query that the profile's
 * address already has stays; what the protocol owns cannot be set there.
 *
 * @throws HostRefusedError, ConfigurationError where the profile has nobody to ask
 */
export async function authorizationUrl(profile: AnyOAuth2Profile, request: AuthorizationRequest): Promise<string> {
  requirePerson(profile);
  const endpoint = endpointUrl(profile.authorizationUrl, request.tenant);
  const params = new URLSearchParams(endpoint.search);
  endpoint.search = '';
  endpoint.hash = '';
  for (const [name, value] of Object.entries(profile.authorizationParams ?? {})) params.set(name, value);
  const scopes = allScopes(profile, request.scopes);
  if (scopes.length > 0) params.set('scope', scopes.join(profile.scopeSeparator ?? ' '));
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
  /** Granted, where the answer names no scope (RFC 6749 section 5.1). */
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
  const server = configureToken(profile, profile.tokenUrl, answer.tenant ?? context.tenant);
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
 * A new access token for the refresh token (RFC 6749 section 6). The old refresh token and scopes stay where the answer
 * omits them.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function refresh(
  profile: OAuth2Profile,
  credential: TokenCredential,
  context: MethodContext,
): Promise<TokenCredential> {
  if (credential.refreshToken === undefined) throw new OAuthRefusedError('reauthorize', 'no_refresh_token');
  const server = configureToken(profile, renewalUrl(profile), context.tenant);
  const hook = hookTokenRequest(profile, context, 'refresh_token', {});
  server[client.customFetch] = hook.fetch;
  await settled(client.refreshTokenGrant(server, credential.refreshToken, { ...profile.tokenParams }));
  return credentialOf(hook.answer(), profile, context.now, credential);
}

/**
 * A token for the bot itself (RFC 6749 section 4.4). There is nothing to renew it with: asking again is the renewal, and
 * then goes to the profile's `refreshUrl` where it has one.
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function clientCredentialsGrant(
  profile: ClientCredentialsProfile,
  context: MethodContext,
  url = profile.tokenUrl,
): Promise<TokenCredential> {
  const server = configureToken(profile, url, context.tenant);
  const hook = hookTokenRequest(profile, context, 'client_credentials', {});
  server[client.customFetch] = hook.fetch;
  const scopes = allScopes(profile, []);
  const scope = scopes.length === 0 ? {} : { scope: scopes.join(profile.scopeSeparator ?? ' ') };
  await settled(client.clientCredentialsGrant(server, { ...profile.tokenParams, ...scope }));
  const { refreshToken: _, ...answer } = hook.answer();
  return credentialOf(answer, profile, context.now, { scopes });
}

/**
 * Ends the grant at the product: the refresh token first, because most servers let its access tokens die with it
 * (RFC 7009 section 2.1). Never throws.
 */
export async function revoke(
  profile: AnyOAuth2Profile,
  credential: TokenCredential,
  context: MethodContext,
): Promise<Revocation> {
  if (profile.revocationUrl === undefined) return 'unsupported';
  try {
    const url = endpointUrl(profile.revocationUrl, context.tenant);
    if (profile.revocationRequest === 'delete') return await deleteToken(url, credential, context);
    const { refreshToken, accessToken } = credential;
    const outcomes: Revocation[] = [];
    if (refreshToken !== undefined)
      outcomes.push(await revokeToken(profile, url, refreshToken, 'refresh_token', context));
    outcomes.push(await revokeToken(profile, url, accessToken, 'access_token', context));
    if (outcomes.includes('failed')) return 'failed';
    return outcomes.includes('revoked') ? 'revoked' : 'unsupported';
  } catch {
    return 'failed';
  }
}

async function revokeToken(
  profile: AnyOAuth2Profile,
  url: URL,
  token: string,
  hint: 'refresh_token' | 'access_token',
  context: MethodContext,
): Promise<Revocation> {
  const server = configure(profile, { revocation_endpoint: url.href });
  let status = 0;
  let error: unknown;
  server[client.customFetch] = async (address, request) => {
    const answer = await post(profile, context, address, request, {});
    status = answer.status;
    error = errorOf(answer);
    return new Response('{}', { status: 200, headers: JSON_TYPE });
  };
  await client.tokenRevocation(server, token, { token_type_hint: hint });
  // a server answers 200 for a token it does not know (RFC 7009 section 2.2); some call it invalid instead
  if ((status >= 200 && status < 300) || error === 'invalid_token' || error === 'invalid_grant') return 'revoked';
  return error === 'unsupported_token_type' ? 'unsupported' : 'failed';
}

/** A product that has its tokens deleted like any other resource. An ended token cannot delete itself any more. */
async function deleteToken(url: URL, credential: TokenCredential, context: MethodContext): Promise<Revocation> {
  const headers = { accept: 'application/json', authorization: `Bearer ${credential.accessToken}` };
  const { status } = await context.send({ method: 'DELETE', url: url.href, headers });
  if (status >= 200 && status < 300) return 'revoked';
  return status === 401 || status === 403 || status === 404 ? 'unsupported' : 'failed';
}

const JSON_TYPE = { 'content-type': 'application/json' };

function requirePerson(profile: AnyOAuth2Profile): asserts profile is OAuth2Profile {
  if (profile.grant !== 'client_credentials') return;
  throw new ConfigurationError(
    `the profile "${profile.id}" authorizes the bot itself: no person can be sent to consent`,
  );
}

function configureToken(profile: AnyOAuth2Profile, url: string, tenant: string | undefined): client.Configuration {
  return configure(profile, { token_endpoint: endpointUrl(url, tenant).href });
}

function configure(profile: AnyOAuth2Profile, endpoint: Readonly<Record<string, string>>): client.Configuration {
  const { issuer, requiresIss }: Pick<OAuth2Profile, 'issuer' | 'requiresIss'> =
    profile.grant === 'client_credentials' ? {} : profile;
  const server = new client.Configuration(
    {
      // never compared unless the profile names one: `callbackUrl` sees to it
      issuer: issuer ?? 'https://issuer.invalid',
      authorization_response_iss_parameter_supported: requiresIss === true,
      ...endpoint,
    },
    profile.clientId,
    undefined,
    clientAuthentication(profile),
  );
  // the sender keeps the time, of everything together
  server.timeout = 0;
  if (Object.values(endpoint).every((address) => isInsecureLoopback(new URL(address)))) {
    client.allowInsecureRequests(server);
  }
  return server;
}

function clientAuthentication(profile: AnyOAuth2Profile): client.ClientAuth {
  const { clientSecret, clientAuthentication: how = 'client_secret_post' } = profile;
  if (clientSecret === undefined || how === 'none') return client.None();
  return how === 'client_secret_basic' ? clientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
}

/**
 * RFC 6749 section 2.3.1 wants both form-encoded. The engine encodes `-` and `_` as well, which is as good to whoever
 * decodes, but not to servers that compare without decoding, Gorgias among them.
 */
function clientSecretBasic(clientSecret: string): client.ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    const encoded = [client_id, clientSecret].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
    headers.set('authorization', `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`);
  };
}

/** The engine reads the response off an address; `iss` counts only where we know what it should be (RFC 9207 section 2.4). */
function callbackUrl(profile: OAuth2Profile, answer: AuthorizationAnswer): URL {
  const params = new URLSearchParams(answer.params);
  if (profile.issuer === undefined && profile.requiresIss !== true) params.delete('iss');
  const url = new URL(answer.redirectUri);
  url.search = params.toString();
  return url;
}

type FetchOptions = Parameters<client.CustomFetch>[1];

/** The one place that every token request and answer passes: the body's dialect out, hardening and judging in. */
function hookTokenRequest(
  profile: AnyOAuth2Profile,
  context: MethodContext,
  grantType: GrantType,
  override: Readonly<Record<string, string>>,
) {
  let answer: TokenAnswer | undefined;
  const fetch: client.CustomFetch = async (url, request) => {
    answer = readTokenAnswer(await post(profile, context, url, request, override), profile, grantType);
    // what the engine sees is always proper: it has nothing to guess about
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

/** What was read already, as the engine wants it: a body of bytes would be written and parsed once more. */
class ReadAnswer extends Response {
  override readonly json: () => Promise<object>;

  constructor(content: object) {
    super(null, { headers: JSON_TYPE });
    this.json = async () => content;
  }
}

async function post(
  profile: AnyOAuth2Profile,
  context: MethodContext,
  url: string,
  request: FetchOptions,
  override: Readonly<Record<string, string>>,
): Promise<HttpResponse> {
  const form = new URLSearchParams(request.body as URLSearchParams);
  for (const [name, value] of Object.entries(override)) form.set(name, value);
  const { contentType, body } = tokenRequestBody(form, profile);
  return context.send({
    method: 'POST',
    url,
    headers: { ...lowerCased(profile.tokenHeaders), ...request.headers, 'content-type': contentType },
    body,
    ...(request.signal == null ? {} : { signal: request.signal }),
  });
}

/** The engine spells its own in lower case; what the protocol owns cannot be set by a profile. */
function lowerCased(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Waits for the engine and says what went wrong in our words; its own errors can hold tokens and the callback's query. */
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
  before: Pick<TokenCredential, 'scopes' | 'refreshToken'>,
): TokenCredential {
  const refreshToken = answer.refreshToken ?? before.refreshToken;
  const expiresAt = expiryOf(answer, profile, requestedAt);
  return {
    type: 'oauth2',
    accessToken: answer.accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    scopes: answer.scopes ?? before.scopes,
  };
}

function allScopes(profile: AnyOAuth2Profile, scopes: readonly string[]): readonly string[] {
  return [...new Set([...profile.scopes, ...scopes])];
}

function errorOf(answer: HttpResponse): unknown {
  try {
    const body: unknown = JSON.parse(answer.body);
    return typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  } catch {
    return undefined;
  }
}
