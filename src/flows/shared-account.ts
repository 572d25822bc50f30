import { sharedOwnerKey } from '../model/setup.ts';
import type { Vault } from '../vault/vault.ts';
import type { QueuedRevocation } from './queue-revocation.ts';
import { queueRemoved } from './remove-connection.ts';
import type { Services } from './services.ts';

/**
 * Removes what a bot shares at an integration, in the caller's transaction, and queues its end at the product. There is one
 * shared account per integration and bot, so a new one removes all others.
 *
 * @returns what to try at once when the transaction is over
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
