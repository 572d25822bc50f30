import { leavesOut, type Setup } from '../../model/setup.ts';
import type { SetupChange } from './change-setup.ts';
import type { IntegrationOverview } from './list-integrations.ts';

/**
 * What people lose. `switched_off`: nobody can use the integration. `own_accounts`: they no longer use their own accounts.
 * `no_account`: nobody can use it until a shared account is connected. `shared_account`: some who use the shared account no
 * longer can.
 */
export type Loss = 'switched_off' | 'own_accounts' | 'no_account' | 'shared_account';

/**
 * What a change of a set-up takes away from people who can use the integration now. Whoever makes the change is asked before
 * it, unless this is empty.
 */
export function lossesOf(overview: Readonly<Now>, change: SetupChange): readonly Loss[] {
  const { enabled, mode, audience, shared, state } = overview;
  if (!enabled || state === 'not_configured') return [];
  if (change.enabled === false) return ['switched_off'];
  const next = { mode: change.mode ?? mode, audience: change.audience ?? audience };
  if (mode === 'users') {
    if (next.mode === 'users') return [];
    return ['own_accounts', ...(shared === undefined ? (['no_account'] as const) : [])];
  }
  return next.mode === 'users' ? lostBy(audience, { kind: 'nobody' }) : lostBy(audience, next.audience);
}

type Now = Pick<IntegrationOverview, 'enabled' | 'mode' | 'audience' | 'state' | 'shared'>;

function lostBy(before: Setup['audience'], after: Setup['audience']): readonly Loss[] {
  return leavesOut(before, after) ? ['shared_account'] : [];
}
