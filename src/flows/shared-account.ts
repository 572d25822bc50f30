import { type Authorization, isOpen } from '../model/authorization.ts';
import { sharedOwnerKey } from '../model/setup.ts';
import type { Vault } from '../vault/vault.ts';
import { type Ending, endAuthorizationIn } from './end-authorization.ts';
import type { QueuedRevocation } from './queue-revocation.ts';
import { removeIn } from './remove-connection.ts';
import type { Services } from './services.ts';

/**
 * Call it first in a transaction that connects or removes a shared account: two such transactions at the same moment would
 * not see each other's account, and both accounts would stay.
 */
export async function holdShared(vault: Vault, integration: string): Promise<void> {
  await vault.oneAtATime(`shared-account/${integration}`);
}

/**
 * Ends open attempts to connect a shared account, in the caller's transaction. Call `announceEnd` for each of them afterwards.
 *
 * @param which true for the attempts to end
 */
export async function stopShared(
  services: Services,
  vault: Vault,
  ending: Ending,
  which: (attempt: Authorization) => boolean,
): Promise<readonly Authorization[]> {
  const ended: Authorization[] = [];
  for (const attempt of (await vault.authorizations.openOf(sharedOwnerKey(services.bot))).filter(which)) {
    // ending fails if the attempt has just changed, e.g. because the browser came back from the product: try again
    for (let present: Authorization | undefined = attempt; present !== undefined && isOpen(present); ) {
      const done = await endAuthorizationIn(services, vault, present, ending);
      if (done !== undefined) ended.push(done.authorization);
      present = await vault.authorizations.byId(attempt.id);
    }
  }
  return ended;
}

/**
 * Removes the shared account of an integration in the caller's transaction, and queues its revocation. A bot shares one
 * account per integration, so a new one replaces the others.
 *
 * @returns what to revoke right after the transaction
 */
export async function removeShared(
  services: Services,
  vault: Vault,
  { integration, by, kept }: RemoveShared,
): Promise<readonly QueuedRevocation[]> {
  const shared = await vault.connections.list(sharedOwnerKey(services.bot));
  const revocations: QueuedRevocation[] = [];
  for (const one of shared) {
    if (one.integration !== integration || one.id === kept?.id) continue;
    const queued = (await removeIn(services, vault, one, by))?.queued;
    if (queued !== undefined) revocations.push(queued);
  }
  return revocations;
}

interface RemoveShared {
  readonly integration: string;
  /** Who replaces or removes it. */
  readonly by: { readonly name: string };
  /** The new one. */
  readonly kept?: { readonly id: string };
}
