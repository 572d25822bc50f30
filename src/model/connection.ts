import type { Account, Site } from './credential.ts';
import type { Owner } from './owner.ts';

/** An owner's authorized account at an integration. Holds no secret; the credential is sealed beside it. */
export interface Connection {
  readonly id: string;
  readonly version: number;
  readonly owner: Owner;
  readonly integration: string;
  readonly profile: string;
  /** `needs_reauth`: the product said that the credential is dead; it is kept until replaced or removed. */
  readonly status: 'active' | 'needs_reauth';
  readonly account: Account;
  readonly tenant?: string;
  readonly site?: Site;
  /** Granted, not requested. */
  readonly scopes: readonly string[];
  /** When the access token ends, milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}
