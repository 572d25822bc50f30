import type { Credential, TokenCredential } from '../model/credential.ts';
import type { Send } from '../model/http.ts';
import type { Profile } from '../model/profile.ts';

/** The parts of a request that a credential may be placed in. */
export interface RequestParts {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Present only where the request has a JSON or form object for a body. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Where the request goes, for use in placements. Contains nothing secret. */
export interface RequestPlace {
  readonly tenant?: string;
  readonly siteId?: string;
}

/** What a method may use to talk to the authorization server. */
export interface MethodContext {
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly tenant?: string;
  /** Reads the integration's `grantValues` from a token response. Default: none. */
  readonly valuesOf?: (answer: unknown) => Readonly<Record<string, string>>;
}

/** API key, basic and OAuth 2.0 are three values of this one type; callers need not know which they have. */
export interface AuthMethod {
  /** Puts the credential where the profile's placements say. */
  apply(parts: RequestParts, profile: Profile, credential: Credential, place: RequestPlace): RequestParts;
  /**
   * Returns a new credential for an expired one, or undefined if it cannot be renewed.
   * @throws OAuthRefusedError, ProviderUnreachableError
   */
  renew(profile: Profile, credential: Credential, context: MethodContext): Promise<TokenCredential | undefined>;
  /** Revokes the credential at the product, if possible. Never throws. */
  revoke(profile: Profile, credential: Credential, context: MethodContext): Promise<Revocation>;
}

/** `unsupported`: the product has no API for it, so the person must remove it there. `failed`: try again later. */
export type Revocation = 'revoked' | 'unsupported' | 'failed';
