import type { Connection } from '../model/connection.ts';
import type { RevokeNotice } from '../model/notice.ts';
import type { Owner } from '../model/owner.ts';
import type { RemovedConnection, Vault } from '../vault/vault.ts';
import { type AuditLine, audit } from './audit.ts';
import { type QueuedRevocation, queueRevocation, type RevocationSubject } from './queue-revocation.ts';
import { canRevoke, type RevocationOutcome, revokeCredential } from './revoke-credential.ts';
import type { Services } from './services.ts';

/**
 * `queued`: the product did not respond and is asked again for 24 hours. `unsupported`: it offers no way to revoke.
 * `in_use`: another connection uses the same access, so it stays.
 */
export type AtProduct = 'revoked' | 'queued' | 'unsupported' | 'in_use';

/** Milliseconds before a product is asked again, or is asked by another process. */
export const RETRY_AFTER = 60_000;

/**
 * Removes a connection, and then asks the product to revoke it. Until that succeeds, a row of the queue keeps the token.
 *
 * @param by the operator who revokes it. Default: the owner disconnects it
 * @param note runs in the same transaction, if the connection was there
 * @returns undefined if another caller has removed it
 */
export async function removeConnection(
  services: Services,
  which: { readonly id: string; readonly owner: Owner },
  by?: { readonly name: string },
  note?: (vault: Vault) => Promise<void>,
): Promise<{ readonly atProduct: AtProduct; readonly connection?: Connection } | undefined> {
  const removed = await services.vault.transaction(async (vault) => {
    const here = await removeIn(services, vault, which, by);
    if (here !== undefined) await note?.(vault);
    return here;
  });
  if (removed === undefined) return undefined;
  const atProduct = await endRemoved(services, removed, 'at once');
  const { connection } = removed;
  return connection === undefined ? { atProduct } : { atProduct, connection };
}

/** A connection that has been removed here. */
export interface Removed {
  /** Undefined if it could not be opened. */
  readonly connection: Connection | undefined;
  readonly queued: QueuedRevocation | undefined;
}

/**
 * Removes a connection, queues its revocation and writes to the audit log, in one transaction. Does not ask the product yet.
 */
export async function removeHere(
  services: Services,
  which: { readonly id: string; readonly owner: Owner },
  by?: { readonly name: string },
): Promise<Removed | undefined> {
  return services.vault.transaction((vault) => removeIn(services, vault, which, by));
}

/** The same in the caller's transaction. */
export async function removeIn(
  services: Services,
  vault: Vault,
  { id, owner }: { readonly id: string; readonly owner: Owner },
  by?: { readonly name: string },
): Promise<Removed | undefined> {
  const removed = await vault.connections.remove(id);
  if (removed === undefined) return undefined;
  const queued = await queueRemoved(services, vault, removed);
  await audit(services, lineOf(owner, id, removed, queued === undefined ? 'unsupported' : 'queued', by), vault);
  return { connection: removed.stored?.connection, queued };
}

/**
 * Asks the product to revoke a connection that has been removed here.
 *
 * @param when `later`: leaves that to the queue
 */
export async function endRemoved(
  services: Services,
  { connection, queued }: Removed,
  when: 'at once' | 'later',
): Promise<AtProduct> {
  const isLeft = when === 'later' && queued !== undefined;
  const revoked = isLeft ? 'queued' : await tryAtOnce(services, queued);
  if (connection === undefined) return revoked;
  const { id, integration } = connection;
  services.log({ event: 'disconnected', connection: id, integration, revoked });
  return revoked;
}

/** Disconnecting by the owner and revoking by an operator are different events. */
function lineOf(
  owner: Owner,
  subject: string,
  { stored }: Pick<RemovedConnection, 'stored'>,
  atProduct: 'queued' | 'unsupported',
  by: { readonly name: string } | undefined,
): AuditLine<'disconnected' | 'connection_revoked'> {
  if (by === undefined) return { actor: owner, what: 'disconnected', subject, facts: { kind: atProduct } };
  const { name } = by;
  const integration = stored?.connection.integration ?? '';
  return { actor: { name }, what: 'connection_revoked', subject, facts: { kind: 'removed', integration, atProduct } };
}

/**
 * Runs in the transaction that removes it. Undefined if it cannot be revoked, because it cannot be opened or the product
 * offers no way.
 */
async function queueRemoved(
  services: Services,
  vault: Vault,
  { stored }: Pick<RemovedConnection, 'stored'>,
): Promise<QueuedRevocation | undefined> {
  if (stored === undefined) return undefined;
  return queueIfRevocable(services, vault, { ...stored.connection, credential: stored.credential });
}

/** Does not queue what cannot be revoked. */
export async function queueIfRevocable(
  services: Services,
  vault: Vault,
  subject: RevocationSubject,
): Promise<QueuedRevocation | undefined> {
  return canRevoke(services, subject) ? queueRevocation(services, vault, subject, RETRY_AFTER) : undefined;
}

/** Runs after the transaction. Never throws: the queue tries again after a failure. */
export async function tryAtOnce(services: Services, queued: QueuedRevocation | undefined): Promise<AtProduct> {
  if (queued === undefined) return 'unsupported';
  try {
    const revocation = await revokeCredential(services, queued.notice);
    if (revocation === 'failed') return 'queued';
    await services.vault.transaction(async (vault) => {
      await vault.outbox.removeBy(queued.dedupeKey);
      await noteRevocation(services, vault, queued.notice, revocation);
    });
    return revocation;
  } catch {
    return 'queued';
  }
}

/** Records the result of a queued revocation. */
export async function noteRevocation(
  services: Services,
  vault: Pick<Vault, 'audit'>,
  { subject = 'unknown' }: RevokeNotice,
  kind: Exclude<RevocationOutcome, 'failed'> | 'given_up',
): Promise<void> {
  await audit(services, { actor: 'system', what: 'revocation', subject, facts: { kind } }, vault);
}
