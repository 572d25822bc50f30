import * as client from 'openid-client';
import { HostRefusedError, LatchkeyError, OAuthRefusedError, ProviderUnreachableError } from '../../errors.ts';
import type { Send } from '../../model/http.ts';
import { isInsecureLoopback } from '../oauth2/endpoint-url.ts';
import { refusalOfCallback } from '../oauth2/refusal.ts';

/** Our registration at an OpenID provider. */
export interface OpenIdClient {
  /** Its identifier, e.g. `https://login.example.com/tenant`; its metadata is discovered below it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
}

/** What the browser's session keeps while the person is at the provider. */
export interface PendingOpenId {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
  /** Seconds: the person must have signed in at the provider within this time (`max_age`). */
  readonly maxAge?: number;
}

/** The person, as the provider identified them, after all checks. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case. Absent unless the provider has verified it. */
  readonly email?: string;
}

export interface OpenIdContext {
  /** Sends to these origins and nowhere else. */
  readonly sender: (origins: readonly string[]) => Send;
}

/**
 * Where to send the browser (OpenID Connect Core 1.0 section 3.1.2.1): code flow with PKCE and nonce.
 *
 * @throws OAuthRefusedError `misconfigured`, ProviderUnreachableError, HostRefusedError
 */
export async function openIdRedirect(
  provider: OpenIdClient,
  request: { readonly redirectUri: string; readonly maxAge?: number | undefined },
  context: OpenIdContext,
): Promise<{ readonly url: string; readonly pending: PendingOpenId }> {
  const server = await discovered(provider, context);
  const { maxAge } = request;
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
  const url = await settled('misconfigured', async () =>
    client.buildAuthorizationUrl(server, {
      scope: 'openid email',
      redirect_uri: request.redirectUri,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
    }),
  );
  return { url: url.href, pending };
}

/**
 * Checks the authentication response (`state`, `iss`), exchanges its code, and validates the ID token: signature, issuer,
 * audience, times, nonce, and `auth_time` where it was asked for (section 3.1.3.7).
 *
 * @throws OAuthRefusedError, ProviderUnreachableError, HostRefusedError
 */
export async function openIdIdentity(
  provider: OpenIdClient,
  answer: { readonly params: URLSearchParams; readonly redirectUri: string; readonly pending: PendingOpenId },
  context: OpenIdContext,
): Promise<OpenIdIdentity> {
  const server = await discovered(provider, context);
  const { state, nonce, codeVerifier, maxAge } = answer.pending;
  return settled('denied', async () => {
    const tokens = await client.authorizationCodeGrant(server, callbackUrl(answer), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new OAuthRefusedError('denied', 'no_id_token');
    const email = verifiedEmail(claims) ?? (await emailOfUserInfo(server, tokens.access_token, claims.sub));
    return { issuer: claims.iss, subject: claims.sub, ...(email === undefined ? {} : { email }) };
  });
}

/** Seconds; a fallback for the sender's own limit, which is shorter. */
const TIMEOUT = 20;
/** Seconds by which the provider's clock may differ. */
const CLOCK_TOLERANCE = 30;

/** Never cached: sign-ins are rare, and the provider's current metadata and keys must apply. */
async function discovered(provider: OpenIdClient, context: OpenIdContext): Promise<client.Configuration> {
  const issuer = URL.parse(provider.issuer);
  if (issuer === null) throw new HostRefusedError('the OpenID issuer is not an address');
  const insecure = isInsecureLoopback(issuer);
  const server = await settled('misconfigured', () =>
    client.discovery(
      issuer,
      provider.clientId,
      { [client.clockTolerance]: CLOCK_TOLERANCE },
      clientAuthentication(provider.clientSecret),
      {
        [client.customFetch]: fetchOver(context.sender([issuer.origin])),
        timeout: TIMEOUT,
        execute: [
          // optional in the code flow, which relies on TLS; we verify the signature of the ID token anyway
          client.enableNonRepudiationChecks,
          ...(insecure ? [client.allowInsecureRequests] : []),
        ],
      },
    ),
  );
  // the endpoints that the issuer names, on whatever host
  const { token_endpoint, jwks_uri, userinfo_endpoint } = server.serverMetadata();
  const origins = [token_endpoint, jwks_uri, userinfo_endpoint].flatMap((url) => URL.parse(url ?? '')?.origin ?? []);
  server[client.customFetch] = fetchOver(context.sender(origins));
  return server;
}

/** Sends the secret in the body if the provider supports that, else by Basic, the default (OpenID Connect Core section 9). */
function clientAuthentication(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  return (server, ...rest) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
    return (inBody ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret))(server, ...rest);
  };
}

function fetchOver(send: Send): client.CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await send({
      method,
      url,
      headers,
      ...(body == null ? {} : { body: String(body) }),
      ...(signal == null ? {} : { signal }),
    });
    if (answer.status === 429 || answer.status >= 500) {
      throw new ProviderUnreachableError(`the OpenID provider answered ${answer.status}`);
    }
    return new Response(answer.body === '' ? null : answer.body, { status: answer.status, headers: answer.headers });
  };
}

function callbackUrl(answer: { readonly params: URLSearchParams; readonly redirectUri: string }): URL {
  const url = new URL(answer.redirectUri);
  url.search = answer.params.toString();
  return url;
}

/** Many providers leave the address out of the ID token if there is an access token (OpenID Connect Core section 5.4). */
async function emailOfUserInfo(
  server: client.Configuration,
  accessToken: string,
  subject: string,
): Promise<string | undefined> {
  if (server.serverMetadata().userinfo_endpoint === undefined) return undefined;
  return verifiedEmail(await client.fetchUserInfo(server, accessToken, subject));
}

function verifiedEmail(claims: { readonly [name: string]: unknown }): string | undefined {
  const { email, email_verified: isVerified } = claims;
  return typeof email === 'string' && isVerified === true ? email.toLowerCase() : undefined;
}

/** Replaces the engine's errors by ours, because its own can contain tokens and the callback's query. */
async function settled<T>(otherwise: 'misconfigured' | 'denied', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error, otherwise);
  }
}

function failureOf(error: unknown, otherwise: 'misconfigured' | 'denied'): LatchkeyError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LatchkeyError) return cause;
  }
  if (error instanceof client.AuthorizationResponseError) return refusalOfCallback(error.error);
  if (error instanceof client.ResponseBodyError) {
    return error.error === 'invalid_grant'
      ? new OAuthRefusedError('denied', 'invalid_grant')
      : new OAuthRefusedError('misconfigured', 'token_request_refused');
  }
  if (error instanceof client.WWWAuthenticateChallengeError)
    return new OAuthRefusedError('misconfigured', 'invalid_client');
  if (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT') {
    return new ProviderUnreachableError('the OpenID provider did not answer in time');
  }
  if (error instanceof client.ClientError && error.code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') {
    return new HostRefusedError('an endpoint of the OpenID provider is not https');
  }
  return new OAuthRefusedError(otherwise, otherwise === 'denied' ? 'invalid_response' : 'invalid_discovery');
}
