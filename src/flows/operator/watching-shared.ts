import { sharedOwnerKey } from '../../model/setup.ts';
import { wayIn } from '../access.ts';
import { fitsProfile } from '../fits-profile.ts';
import { needAttention } from '../need-attention.ts';
import type { Services } from '../services.ts';

/**
 * Makes a change to a profile of an integration. If its shared account worked before and can no longer be used afterwards, the
 * developers are told, as when the product ends its access.
 */
export async function watchingShared<T>(services: Services, integration: string, work: () => Promise<T>): Promise<T> {
  const before = await sharedThatWorks(services, integration);
  const value = await work();
  if (before !== undefined && (await sharedThatWorks(services, integration)) === undefined) {
    needAttention(services, { integration, account: before, why: 'ended' });
  }
  return value;
}

/** The name of the shared account. Undefined if there is none that works. */
async function sharedThatWorks(services: Services, integration: string): Promise<string | undefined> {
  const stored = await services.vault.connections.current(sharedOwnerKey(services.bot), integration);
  if (stored?.connection.status !== 'active') return undefined;
  const way = wayIn(services, stored.connection);
  return way !== undefined && fitsProfile(way.profile, stored.credential) ? stored.connection.account.label : undefined;
}
