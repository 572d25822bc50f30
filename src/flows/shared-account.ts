import { sharedOwnerKey } from '../model/setup.ts';
import type { StoredConnection, Vault } from '../vault/vault.ts';
import { queueRevocation } from './queue-revocation.ts';
import { revokeCredential } from './revoke-credential.ts';
import type { Services } from './services.ts';

/** Milliseconds before a product that could not be reached is asked again. */
const RETRY_AFTER = 60_000;

/**
 * Removes what a bot shares at an integration, in the caller's transaction, and queues its end at the product. There is one
 * shared account per integration and bot, so a new one removes all others.
 *
 * @returns what was removed, for `revokeRemoved` once the transaction is over
 */
export async function removeShared(
  services: Services,
  vault: Vault,
  integration: string,
  kept?: { readonly id: string },
): Promise<readonly StoredConnection[]> {
  const shared = await vault.connections.list(sharedOwnerKey(services.bot));
  const removed: StoredConnection[] = [];
  for (const { id } of shared.filter((one) => one.integration === integration && one.id !== kept?.id)) {
    const stored = await vault.connections.byId(id);
    if (!(await vault.connections.remove(id)) || stored === undefined) continue;
    await queueRevocation(services, vault, { ...stored.connection, credential: stored.credential }, RETRY_AFTER);
    removed.push(stored);
  }
  return removed;
}

/** Tries at once what is queued; what the product does not answer stays queued. Never throws after the removal. */
export async function revokeRemoved(services: Services, removed: readonly StoredConnection[]): Promise<void> {
  for (const { connection, credential } of removed) {
    const revocation = await revokeCredential(services, { ...connection, credential });
    if (revocation !== 'failed') await services.vault.outbox.removeBy(`revoke/${connection.id}`);
  }
}
