import { type Owner, ownerKey, type UserOwner } from './owner.ts';

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
  /** Who the shared connection is for. Nobody until the developer says so (security.md R67). */
  readonly audience: Audience;
  readonly updatedAt: number;
}

export type Audience =
  | { readonly kind: 'nobody' | 'everyone' }
  /** Channel tenants, e.g. Teams tenant ids: only the channel's own service writes them. */
  | { readonly kind: 'tenants'; readonly tenants: readonly string[] }
  /** `channel/tenant/user`, see `wholeUser`. An entry without all three names nobody. */
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
      return audience.users.some((user) => user === wholeUser(owner));
  }
}

/**
 * A person as an audience names them: `msteams/<tenant>/<user>`, `telegram//<user>` where there is no tenant. The same user
 * id in another channel or tenant is somebody else. Undefined for who could be mistaken for another.
 */
export function wholeUser({ channel, tenant, user }: UserOwner): string | undefined {
  return channel.includes('/') || tenant.includes('/') ? undefined : `${channel}/${tenant}/${user}`;
}

/** Those of a list that name no person whole. */
export function notWhole(users: readonly string[]): readonly string[] {
  return users.filter((user) => !/^[^/]+\/[^/]*\/./.test(user));
}

/** The key of whatever is shared by a bot. */
export function sharedOwnerKey(bot: string): string {
  return ownerKey({ kind: 'shared', bot });
}
