import type { Profile } from './profile.ts';

/** Milliseconds since 1970. */
export interface GrantDates {
  /** When the person consented. */
  readonly since: number;
  /** When a token was last issued for it. */
  readonly renewedAt: number;
}

export interface GrantEnd {
  /** When the product ends the access, in milliseconds since 1970. */
  readonly at: number;
  /** From this time on its owner should be warned. */
  readonly warnAt: number;
  /** `unused`: using the access postpones the end. `old`: only a new consent helps. */
  readonly why: 'unused' | 'old';
}

const DAY = 24 * 60 * 60_000;
/** Milliseconds before the end. For access that lasts only a few days, a quarter of its life. */
const NOTICE = 7 * DAY;

/** When the access ends by itself, if its profile says so. */
export function grantEnd(profile: Profile, { since, renewedAt }: GrantDates): GrantEnd | undefined {
  if (profile.method !== 'oauth2' || profile.grant === 'client_credentials') return undefined;
  const old = endOf('old', since, profile.grantLifeDays);
  const unused = endOf('unused', renewedAt, profile.grantIdleDays);
  if (old === undefined || unused === undefined) return old ?? unused;
  return old.at <= unused.at ? old : unused;
}

function endOf(why: GrantEnd['why'], from: number, days: number | undefined): GrantEnd | undefined {
  if (days === undefined) return undefined;
  const at = from + days * DAY;
  return { at, warnAt: at - Math.min(NOTICE, (days * DAY) / 4), why };
}
