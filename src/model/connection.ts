import type { ConversationAddress } from './conversation.ts';
import type { Account, Site } from './credential.ts';
import type { GrantDates } from './grant-end.ts';
import type { Owner } from './owner.ts';

/** An owner's authorized account at an integration. Holds no secret; the credential is sealed beside it. */
export interface Connection {
  readonly id: string;
  readonly version: number;
  readonly owner: Owner;
  /** As the channel called them when they connected; absent for shared ones, and those that an older version has stored. */
  readonly ownerName?: string;
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
  /** Of OAuth: when it was given and last renewed. Absent for keys, and for those that an older version has stored. */
  readonly grant?: GrantDates;
  /** When its owner has to be told that the grant will end; absent: nothing to tell, or it was told. */
  readonly warnAt?: number;
  /** Where its owner connected it, and is told of it. Sealed, so lists do not have it. */
  readonly conversation?: ConversationAddress;
  readonly createdAt: number;
  readonly updatedAt: number;
}
