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

/** Where the request goes, for placements: nothing secret. */
export interface RequestPlace {
  readonly tenant?: string;
  readonly siteId?: string;
}

/** What a method may use to talk to the authorization server. */
export interface MethodContext {
  readonly send: Send;
  readonly now: number;
  readonly tenant?: string;
  /** Reads what an integration declares to come with the grant off a token answer. Default: nothing. */
  readonly valuesOf?: (answer: unknown) => Readonly<Record<string, string>>;
}

/** API key, basic and OAuth 2.0 are three values of this one type; callers never ask which (style-guide 11). */
export interface AuthMethod {
  /** Puts the credential where the profile's placements say. */
  apply(parts: RequestParts, profile: Profile, credential: Credential, place: RequestPlace): RequestParts;
  /**
   * A new credential for one that ended, or undefined if the method has no renewal.
   * @throws OAuthRefusedError, ProviderUnreachableError
   */
  renew(profile: Profile, credential: Credential, context: MethodContext): Promise<TokenCredential | undefined>;
  /** Ends the credential at the product where it can. Never throws. */
  revoke(profile: Profile, credential: Credential, context: MethodContext): Promise<Revocation>;
}

/** `unsupported`: the product has no way, the person must remove it there manually. `failed`: try again later. */
export type Revocation = 'revoked' | 'unsupported' | 'failed';
