import type { Field } from './field.ts';

/** A way to authorize an integration: part of it, or made by the bot's developer. */
export type Profile = FormProfile | OAuth2Profile | ClientCredentialsProfile;

export interface ProfileBase {
  /** Unique within the integration, e.g. `system`. */
  readonly id: string;
  /** The name that people see if there is a choice, e.g. "API key". */
  readonly title: string;
  /** ISO date on which the product switches this way off; the bot tells people and offers another. */
  readonly endsOn?: string;
  /** The base URL for this way, if it is not the integration's `baseUrl`; the same kind of template. */
  readonly baseUrl?: string;
  /** Where the credential goes in each request. */
  readonly placements: readonly Placement[];
}

/** OpenAPI's scheme names are the auth methods. */
export type AuthMethodName = Profile['method'];

/** A key, or user name and password, typed by the person. */
export interface FormProfile extends ProfileBase {
  readonly method: 'api_key' | 'basic';
  readonly fields: readonly Field[];
  /**
   * Only for `basic`: the parts of `{{basic}}` (RFC 7617), as templates over the fields, e.g. `{{email}}/token`. If the
   * person typed the ending already, it is not added again. Default: the first field that is not masked, and the first
   * that is.
   */
  readonly userName?: string;
  readonly password?: string;
}

/** Authorization code grant (RFC 6749 section 4.1) with PKCE (RFC 7636). URLs may contain `{tenant}`. */
export interface OAuth2Profile extends TokenProfile {
  readonly grant?: 'authorization_code';
  readonly authorizationUrl: string;
  readonly authorizationParams?: Readonly<Record<string, string>>;
  /** Also requested, but not needed: people who do not grant them are connected too. */
  readonly optionalScopes?: readonly string[];
  /** The parameter for them, e.g. `optional_scope`. Default: `scope`, together with the others. */
  readonly optionalScopeParam?: string;
  /** A product's own signature of the callback. `shopify_hmac`: with the client secret, and `shop` is the customer's host. */
  readonly callbackCheck?: 'shopify_hmac';
  /** Needed if the server sends `iss` (RFC 9207). */
  readonly issuer?: string;
  readonly requiresIss?: boolean;
  /** Default true. Switch it off only if the server is known not to accept it. */
  readonly pkce?: boolean;
  /** `error` values that mean "ask the person again" besides `invalid_grant`. */
  readonly deadGrantErrors?: readonly string[];
  /** How many days after the consent the product ends the grant, however much it is used; absent: never. */
  readonly grantLifeDays?: number;
  /** After how many days without a renewal the product ends the grant; absent: never. Atlassian: 90. */
  readonly grantIdleDays?: number;
}

/**
 * Client credentials grant (RFC 6749 section 4.4): the bot itself is authorized and no person takes part. So it is only
 * for connections that the bot's developer shares, and is never offered in a conversation.
 */
export interface ClientCredentialsProfile extends TokenProfile {
  readonly grant: 'client_credentials';
  /** Uses the JWT bearer grant instead (RFC 7523 section 2.1): with `clientKey`, the bot signs whose access it asks for. */
  readonly assertion?: JwtAssertion;
  /** Uses Zoom's `account_credentials` grant instead: the account that the app belongs to. */
  readonly accountId?: string;
  /**
   * Exchanges a token that the bot already has for the person instead, and the connection is that person's; see
   * `Authorizer.exchangeToken`.
   */
  readonly exchange?: TokenExchange;
}

/** How the authorization server exchanges a token that the bot has for the person. */
export interface TokenExchange {
  /** Default `token_exchange` (RFC 8693). `on_behalf_of`: Microsoft's, by the JWT bearer grant. */
  readonly kind?: 'token_exchange' | 'on_behalf_of';
  /** RFC 8693 section 3. Default `urn:ietf:params:oauth:token-type:access_token`. */
  readonly subjectTokenType?: string;
  /** RFC 8693 section 2.1: the recipient of the new token, by a name that the server knows. */
  readonly audience?: string;
  /** RFC 8693 section 2.1: the same by its address. */
  readonly resource?: string;
}

/** The claims in a JWT that the bot signs (RFC 7523 section 3). */
export interface JwtAssertion {
  /** Default the client id. */
  readonly issuer?: string;
  /** The user that the bot acts for; absent if the bot acts as the issuer itself. */
  readonly subject?: string;
  /** Default the address of the token endpoint. */
  readonly audience?: string;
  /** Seconds; default 300. */
  readonly lifetime?: number;
  /**
   * Where the scopes go. Default `parameter` (RFC 7521 section 4.1); Google and DocuSign need them in the JWT: `claim`.
   */
  readonly scopesIn?: 'parameter' | 'claim';
}

/** A private key of the client, registered at the product. */
export interface ClientKey {
  /** PEM (PKCS #8). */
  readonly privateKey: string;
  /** The product's name for it: `kid`. */
  readonly id?: string;
  /** Default `RS256` (RFC 7518 section 3.1, RFC 8037). */
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
  /** PEM. For mutual TLS it is presented to the server; a signed assertion contains its hash (`x5t#S256`). */
  readonly certificate?: string;
}

export type AnyOAuth2Profile = OAuth2Profile | ClientCredentialsProfile;

export interface TokenProfile extends ProfileBase {
  readonly method: 'oauth2';
  /** `system`: registered once by the deployment. `custom`: entered by the bot's developer. */
  readonly origin: 'system' | 'custom';
  readonly clientId: string;
  readonly clientSecret?: string;
  /** One registration per tenant, if the product binds an app to one customer; then `clientId` is not used. */
  readonly clientsByTenant?: Readonly<Record<string, ClientOfTenant>>;
  readonly tokenUrl: string;
  /** The address for renewing tokens. Default `tokenUrl`. */
  readonly refreshUrl?: string;
  readonly revocationUrl?: string;
  /** How the product ends a token, if it does not support RFC 7009; replaces `revocationUrl`. */
  readonly revocation?: RevocationCall;
  /** Default `rfc7009`. `delete`: a DELETE with the token itself as bearer. */
  readonly revocationRequest?: 'rfc7009' | 'delete';
  /**
   * What a revocation ends (RFC 7009 section 2.1). `grant`, the default: all tokens that the account gave this client, so it
   * waits until no other connection uses them. `token`: only what is sent.
   */
  readonly revocationEnds?: 'token' | 'grant';
  /**
   * What the product does with refresh tokens: gives none, lets one be used again, or replaces it at each use. Only for
   * display and for the stand-in: Latchkey keeps whatever comes.
   */
  readonly refreshTokens?: 'none' | 'reusable' | 'single_use';
  /** Always requested, in addition to the scopes that actions declare. */
  readonly scopes: readonly string[];
  /** Default a space. */
  readonly scopeSeparator?: string;
  /** Added to every token request, including renewals. */
  readonly tokenParams?: Readonly<Record<string, string>>;
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** Default `form` (RFC 6749 section 4.1.3). */
  readonly tokenRequestFormat?: 'form' | 'json';
  /**
   * Default `client_secret_post`. `client_secret_as_user`: as the user name of Basic authentication, without a password,
   * as Stripe expects its secret keys. `private_key_jwt` (RFC 7523 section 2.2) and `tls_client_auth` (RFC 8705 section
   * 2) need `clientKey`.
   */
  readonly clientAuthentication?:
    | 'client_secret_post'
    | 'client_secret_basic'
    | 'client_secret_as_user'
    | 'private_key_jwt'
    | 'tls_client_auth'
    | 'none';
  readonly clientKey?: ClientKey;
  /** The server returns another `token_type` for a bearer token. */
  readonly tokenTypeIsBearer?: boolean;
  /** How many seconds an access token lives if the response has no `expires_in`; absent means that it does not expire. */
  readonly defaultExpiresIn?: number;
}

/** An app that was registered for one customer, instance or region. */
export interface ClientOfTenant {
  readonly clientId: string;
  readonly clientSecret?: string;
  /**
   * Replaces `{tenant}` in the profile's OAuth addresses, if the authorization server knows the customer by another
   * name.
   */
  readonly signInAt?: string;
}

/** A product's own way to end a token, one request for each token. */
export interface RevocationCall {
  /** May contain `{tenant}`, and `{name}` if a placement in the path fills it. */
  readonly url: string;
  /** Default `POST`. */
  readonly method?: 'POST' | 'DELETE' | 'GET';
  /**
   * Where to put the token and the client: templates over `token`, `tokenType` (`refresh_token` or `access_token`),
   * `accessToken`, `clientId`, `clientSecret` and `basic`, which is client id and secret as in Basic authentication.
   */
  readonly placements: readonly Placement[];
  /** How placements in the body are sent. Default `form`. */
  readonly format?: 'form' | 'json';
  /** Sent in this order. Default the refresh token, then the access token. */
  readonly tokens?: readonly ('refresh_token' | 'access_token')[];
  /** Statuses besides 2xx that mean that the token has already ended, e.g. 404. */
  readonly endedStatuses?: readonly number[];
}

/** Whether people can be asked to authorize with it. */
export function isForPeople(profile: Profile): boolean {
  return profile.method !== 'oauth2' || profile.grant !== 'client_credentials';
}

/** The endpoint for renewing: with a refresh token, or with another client credentials request. */
export function renewalUrl(profile: AnyOAuth2Profile): string {
  return profile.refreshUrl ?? profile.tokenUrl;
}

/** Where a value goes in a request: a template over field keys, `basic`, `accessToken`, `tenant`, `siteId`; or a literal. */
export interface Placement {
  readonly in: 'header' | 'query' | 'body' | 'path';
  readonly name: string;
  readonly value: string;
}
