import { sharedOwnerKey } from '../model/setup.ts';
import type { Vault } from '../vault/vault.ts';
import type { QueuedRevocation } from './queue-revocation.ts';
import { queueRemoved } from './remove-connection.ts';
import type { Services } from './services.ts';

/**
 * Removes the shared account of an integration in the caller's transaction, and queues its revocation. A bot shares one
 * account per integration, so a new one replaces the others.
 *
 * @returns what to revoke right after the transaction
 */
export async function removeShared(
  services: Services,
  vault: Vault,
  integration: string,
  kept?: { readonly id: string },
): Promise<readonly QueuedRevocation[]> {
  const shared = await vault.connections.list(sharedOwnerKey(services.bot));
  const revocations: QueuedRevocation[] = [];
  for (const { id } of shared.filter((one) => one.integration === integration && one.id !== kept?.id)) {
    const removed = await vault.connections.remove(id);
    const queued = removed === undefined ? undefined : await queueRemoved(services, vault, removed);
    if (queued !== undefined) revocations.push(queued);
  }
  return revocations;
}
