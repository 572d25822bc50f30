import { type Owner, ownerKey, type UserOwner } from './owner.ts';

/**
 * The developer's decisions about an integration, beyond code and environment. Without a set-up an integration works as
 * declared: enabled, and every person connects their own account.
 */
export interface Setup {
  /** Id of the integration. */
  readonly integration: string;
  readonly version: number;
  readonly enabled: boolean;
  /** `users`: people are asked in the conversation. `preauthorized`: everybody in the audience uses one shared connection. */
  readonly mode: 'users' | 'preauthorized';
  /** The selected authorization profile. Absent: the person chooses among the integration's own. */
  readonly profile?: string;
  /** Who can use the shared connection. Nobody until the developer decides. */
  readonly audience: Audience;
  readonly updatedAt: number;
}

export type Audience =
  | { readonly kind: 'nobody' | 'everyone' }
  /** Tenants of channels, such as Teams tenant ids, which only the channel's service writes. */
  | { readonly kind: 'tenants'; readonly tenants: readonly string[] }
  /** `channel/tenant/user`, see `wholeUser`. An incomplete entry matches nobody. */
  | { readonly kind: 'users'; readonly users: readonly string[] };

/** How many an audience lists. */
export type AudienceSize =
  | { readonly kind: 'nobody' | 'everyone' }
  | { readonly kind: 'tenants' | 'users'; readonly count: number };

export function sizeOf(audience: Audience): AudienceSize {
  switch (audience.kind) {
    case 'tenants':
      return { kind: 'tenants', count: audience.tenants.length };
    case 'users':
      return { kind: 'users', count: audience.users.length };
    default:
      return { kind: audience.kind };
  }
}

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

/** Whether somebody of the first audience is not in the second. Ids are compared as they are written. */
export function leavesOut(before: Audience, after: Audience): boolean {
  if (before.kind === 'nobody' || after.kind === 'everyone') return false;
  if (before.kind === 'tenants' && after.kind === 'tenants') {
    return before.tenants.some((tenant) => !after.tenants.includes(tenant));
  }
  if (before.kind === 'users' && after.kind === 'users') {
    return before.users.some((user) => !after.users.includes(user));
  }
  if (before.kind === 'users' && after.kind === 'tenants') {
    return before.users.some((user) => !after.tenants.includes(user.split('/')[1] ?? ''));
  }
  return true;
}

/**
 * A person as an audience lists them: `msteams/<tenant>/<user>`, or `telegram//<user>` without a tenant. The same user id in
 * another channel or tenant is another person. Undefined for a person who could be mistaken for another.
 */
export function wholeUser({ channel, tenant, user }: UserOwner): string | undefined {
  return channel.includes('/') || tenant.includes('/') ? undefined : `${channel}/${tenant}/${user}`;
}

/** The entries of a list that are incomplete. */
export function notWhole(users: readonly string[]): readonly string[] {
  return users.filter((user) => !/^[^/]+\/[^/]*\/./.test(user));
}

/** The key of the owner of everything that a bot shares. */
export function sharedOwnerKey(bot: string): string {
  return ownerKey({ kind: 'shared', bot });
}
