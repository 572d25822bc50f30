import type { ConversationAddress } from './conversation.ts';
import type { Account, Site } from './credential.ts';
import type { GrantDates } from './grant-end.ts';
import type { Owner } from './owner.ts';

/** An owner's authorized account at a product. Contains no secret: the credential is sealed separately. */
export interface Connection {
  readonly id: string;
  readonly version: number;
  readonly owner: Owner;
  /** The person's name in the channel when they connected. Absent for shared connections and in records of older versions. */
  readonly ownerName?: string;
  readonly integration: string;
  readonly profile: string;
  /** `needs_reauth`: the product no longer accepts the credential. It is kept until it is replaced or removed. */
  readonly status: 'active' | 'needs_reauth';
  readonly account: Account;
  readonly tenant?: string;
  readonly site?: Site;
  /** The granted scopes, not the requested ones. */
  readonly scopes: readonly string[];
  /** End of the access token, in milliseconds since 1970. */
  readonly expiresAt?: number;
  /** For OAuth: when the access was granted and last renewed. Absent for keys and in records of older versions. */
  readonly grant?: GrantDates;
  /** When its owner has to be told that the grant will end; absent: nothing to tell, or it was told. */
  readonly warnAt?: number;
  /** Where its owner connected it, and is told of it. Sealed, so lists do not have it. */
  readonly conversation?: ConversationAddress;
  readonly createdAt: number;
  readonly updatedAt: number;
}
