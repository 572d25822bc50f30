import type { Field } from './field.ts';

/** How to authorize an integration: built in with it, or made by the bot's developer. */
export type Profile = FormProfile | OAuth2Profile | ClientCredentialsProfile;

export interface ProfileBase {
  /** Unique within the integration, e.g. `system`. */
  readonly id: string;
  /** What people see where there is a choice, e.g. "API key". */
  readonly title: string;
  /** ISO date on which the product switches this way off; people are told and offered another. */
  readonly endsOn?: string;
  /** Where the calls of this way go, where that is not the integration's `baseUrl`; a template of the same kind. */
  readonly baseUrl?: string;
  /** This way reaches its account without `{tenant}`, so nobody is asked for it. Default false. */
  readonly withoutTenant?: boolean;
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
   * Only for `basic`: what `{{basic}}` is made of (RFC 7617), as templates over the fields, e.g. `{{email}}/token`. An end
   * that was typed already is not added twice. Default: the first field that is not masked, and the first that is.
   */
  readonly userName?: string;
  readonly password?: string;
}

/** Authorization code grant (RFC 6749 section 4.1) with PKCE (RFC 7636). URLs may hold `{tenant}`. */
export interface OAuth2Profile extends TokenProfile {
  readonly grant?: 'authorization_code';
  readonly authorizationUrl: string;
  readonly authorizationParams?: Readonly<Record<string, string>>;
  /** Asked for as well, without being needed: who does not grant them is connected all the same. */
  readonly optionalScopes?: readonly string[];
  /** The parameter that the product takes them in, e.g. `optional_scope`. Default: beside the others, in `scope`. */
  readonly optionalScopeParam?: string;
  /** A product's own signature of the callback. `shopify_hmac`: with the client secret, and `shop` is the customer's host. */
  readonly callbackCheck?: 'shopify_hmac';
  /** Needed where the server sends `iss` (RFC 9207). */
  readonly issuer?: string;
  readonly requiresIss?: boolean;
  /** Default true. Off only where the server is known not to take it. */
  readonly pkce?: boolean;
  /** `error` values that mean "ask the person again" besides `invalid_grant`. */
  readonly deadGrantErrors?: readonly string[];
  /** Days after the consent in which the product ends the grant, however much it is used; absent: never. */
  readonly grantLifeDays?: number;
  /** Days without a renewal after which the product ends the grant; absent: never. Atlassian: 90. */
  readonly grantIdleDays?: number;
}

/**
 * Client credentials grant (RFC 6749 section 4.4): the bot itself is authorized and no person takes part, so it serves
 * connections that the bot's developer shares, and is offered to nobody in a conversation.
 */
export interface ClientCredentialsProfile extends TokenProfile {
  readonly grant: 'client_credentials';
  /** The JWT bearer grant instead (RFC 7523 section 2.1): the bot signs who it acts for with `clientKey`. */
  readonly assertion?: JwtAssertion;
  /** Zoom's `account_credentials` grant instead: the account that the app belongs to. */
  readonly accountId?: string;
  /** A token that the person gave the bot is exchanged instead, for a connection of this person; see `Authorizer.exchangeToken`. */
  readonly exchange?: TokenExchange;
}

/** How the authorization server takes a token that the bot has of the person. */
export interface TokenExchange {
  /** Default `token_exchange` (RFC 8693). `on_behalf_of`: Microsoft's, by the JWT bearer grant. */
  readonly kind?: 'token_exchange' | 'on_behalf_of';
  /** RFC 8693 section 3. Default `urn:ietf:params:oauth:token-type:access_token`. */
  readonly subjectTokenType?: string;
  /** RFC 8693 section 2.1: who the new token is for, by a name that the server knows. */
  readonly audience?: string;
  /** RFC 8693 section 2.1: the same by its address. */
  readonly resource?: string;
}

/** What the bot says of itself in a JWT that it signs (RFC 7523 section 3). */
export interface JwtAssertion {
  /** Default the client id. */
  readonly issuer?: string;
  /** Who the bot acts for; absent where the product takes the issuer itself. */
  readonly subject?: string;
  /** Default the address of the token endpoint. */
  readonly audience?: string;
  /** Seconds; default 300. */
  readonly lifetime?: number;
  /** Where the scopes go. Default `parameter` (RFC 7521 section 4.1); Google and DocuSign want them in the JWT: `claim`. */
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
  /** PEM. For mutual TLS it is shown to the server; in a signed assertion its hash names it (`x5t#S256`). */
  readonly certificate?: string;
}

export type AnyOAuth2Profile = OAuth2Profile | ClientCredentialsProfile;

export interface TokenProfile extends ProfileBase {
  readonly method: 'oauth2';
  /** `system`: registered once by the deployment. `custom`: entered by the bot's developer. */
  readonly origin: 'system' | 'custom';
  readonly clientId: string;
  readonly clientSecret?: string;
  /** One registration per tenant, where the product binds an app to one customer; then `clientId` is not used. */
  readonly clientsByTenant?: Readonly<Record<string, ClientOfTenant>>;
  readonly tokenUrl: string;
  /** Where tokens are renewed. Default `tokenUrl`. */
  readonly refreshUrl?: string;
  readonly revocationUrl?: string;
  /** How the product ends a token, where it does not take RFC 7009; in place of `revocationUrl`. */
  readonly revocation?: RevocationCall;
  /** Default `rfc7009`. `delete`: the product has its token deleted by a DELETE with the token itself as bearer. */
  readonly revocationRequest?: 'rfc7009' | 'delete';
  /**
   * What a revocation ends (RFC 7009 section 2.1). `grant`, the default: all tokens that the account gave this client, so it
   * waits until no other connection uses them. `token`: only what is sent.
   */
  readonly revocationEnds?: 'token' | 'grant';
  /**
   * What the product does with refresh tokens: gives none, lets one be used again, or replaces it at each use. Nothing depends
   * on it but what is shown and the stand-in: whatever comes is kept.
   */
  readonly refreshTokens?: 'none' | 'reusable' | 'single_use';
  /** Asked for always, in addition to what actions declare. */
  readonly scopes: readonly string[];
  /** Default a space. */
  readonly scopeSeparator?: string;
  /** Added to every token request, also when renewing. */
  readonly tokenParams?: Readonly<Record<string, string>>;
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** Default `form` (RFC 6749 section 4.1.3). */
  readonly tokenRequestFormat?: 'form' | 'json';
  /**
   * Default `client_secret_post`. `client_secret_as_user`: as the user name of Basic authentication, without a password, which is
   * how Stripe takes its secret keys. `private_key_jwt` (RFC 7523 section 2.2) and `tls_client_auth` (RFC 8705 section 2) need
   * `clientKey`.
   */
  readonly clientAuthentication?:
    | 'client_secret_post'
    | 'client_secret_basic'
    | 'client_secret_as_user'
    | 'private_key_jwt'
    | 'tls_client_auth'
    | 'none';
  readonly clientKey?: ClientKey;
  /** The server answers some other `token_type` for a bearer token. */
  readonly tokenTypeIsBearer?: boolean;
  /** Seconds an access token lives where the answer has no `expires_in`; absent means that it does not expire. */
  readonly defaultExpiresIn?: number;
}

/** An app that was registered for one customer, instance or region. */
export interface ClientOfTenant {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** The label that `{tenant}` is in the profile's OAuth addresses, where the authorization server knows the customer by another. */
  readonly signInAt?: string;
}

/** A product's own way to end a token, one request for each token. */
export interface RevocationCall {
  /** May hold `{tenant}`, and `{name}` where a placement in the path fills it. */
  readonly url: string;
  /** Default `POST`. */
  readonly method?: 'POST' | 'DELETE' | 'GET';
  /**
   * Where the token and the client go: templates over `token`, `tokenType` (`refresh_token` or `access_token`),
   * `accessToken`, `clientId`, `clientSecret` and `basic`, which is client id and secret as Basic authentication has them.
   */
  readonly placements: readonly Placement[];
  /** How placements in the body are sent. Default `form`. */
  readonly format?: 'form' | 'json';
  /** Sent in this order. Default the refresh token, then the access token. */
  readonly tokens?: readonly ('refresh_token' | 'access_token')[];
  /** Statuses besides 2xx that say that the token had ended already, e.g. 404. */
  readonly endedStatuses?: readonly number[];
}

/** A person can be asked to authorize with it. */
export function isForPeople(profile: Profile): boolean {
  return profile.method !== 'oauth2' || profile.grant !== 'client_credentials';
}

/** The endpoint that renews: a refresh token is used, or the client asks again. */
export function renewalUrl(profile: AnyOAuth2Profile): string {
  return profile.refreshUrl ?? profile.tokenUrl;
}

/** Where a value goes in a request: a template over field keys, `basic`, `accessToken`, `tenant`, `siteId`; or a literal. */
export interface Placement {
  readonly in: 'header' | 'query' | 'body' | 'path';
  readonly name: string;
  readonly value: string;
}
