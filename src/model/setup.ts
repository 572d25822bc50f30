import type { Owner } from './owner.ts';
import { ownerKey } from './owner.ts';

/**
 * What the bot's developer decided about an integration, beyond code and environment. An integration without one works
 * as it is declared: enabled, and every person connects an account of their own.
 */
export interface Setup {
  /** Of the integration. */
  readonly integration: string;
  readonly version: number;
  readonly enabled: boolean;
  /** `users`: everybody is asked in the conversation. `preauthorized`: one shared connection acts for all it is for. */
  readonly mode: 'users' | 'preauthorized';
  /** The authorization profile that was selected; absent: the integration's own, by the person's choice. */
  readonly profile?: string;
  /** Whom the shared connection is for. Nobody until the developer says so (security.md R67). */
  readonly audience: Audience;
  readonly updatedAt: number;
}

export type Audience =
  | { readonly kind: 'nobody' | 'everyone' }
  /** Channel tenants, e.g. Teams tenant ids. */
  | { readonly kind: 'tenants'; readonly tenants: readonly string[] }
  /** Channel user ids. */
  | { readonly kind: 'users'; readonly users: readonly string[] };

export const NO_SETUP: Omit<Setup, 'integration' | 'version' | 'updatedAt'> = {
  enabled: true,
  mode: 'users',
  audience: { kind: 'nobody' },
};

export function isFor(audience: Audience, owner: Owner): boolean {
  if (owner.kind !== 'user') return false;
  switch (audience.kind) {
    case 'nobody':
      return false;
    case 'everyone':
      return true;
    case 'tenants':
      return owner.tenant !== '' && audience.tenants.includes(owner.tenant);
    case 'users':
      return audience.users.includes(owner.user);
  }
}

/** The key of whatever is shared by a bot. */
export function sharedOwnerKey(bot: string): string {
  return ownerKey({ kind: 'shared', bot });
}
