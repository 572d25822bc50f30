import { credentialOf } from '../../model/authorization.ts';
import { ownerKey, type UserOwner } from '../../model/owner.ts';
import type { Vault } from '../../vault/vault.ts';
import { type QueuedRevocation, type RevocationSubject, requeueNameless } from '../queue-revocation.ts';
import { queueIfRevocable, RETRY_AFTER, tryAtOnce } from '../remove-connection.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

/** What was there of a person. */
export interface Forgotten {
  readonly connections: number;
  readonly authorizations: number;
  /** What the person asked for. */
  readonly errands: number;
  /** Credentials that could not be ended at their product yet; it is asked again for 24 hours, and nobody is named. */
  readonly queued: number;
  /** Credentials that only the person can end, at the product. */
  readonly unsupported: number;
}

/**
 * Removes all that is stored of a person: connections, attempts, and what the person asked for with all that
 * was still to be said about it. What has to be ended at products is queued in the same transaction and tried at once afterwards. The audit log
 * keeps what happened and when, under a name that means nobody. Browser sessions name no person and end by themselves
 * within minutes; what the developers allowed is theirs to change. Can be run again at any time.
 */
export async function forgetOwner(
  services: Services,
  input: { readonly actor: Actor; readonly owner: UserOwner },
): Promise<Forgotten> {
  const key = ownerKey(input.owner);
  const alias = `forgotten/${Buffer.from(services.randomBytes(8)).toString('hex')}`;
  const removed = await audited(services, { ...input, what: 'owner_forgotten', subject: alias }, async (vault) => {
    const { held, ...counts } = await removeAll(vault, key);
    const revocations: (QueuedRevocation | undefined)[] = [];
    for (const subject of held)
      revocations.push(await queueIfRevocable(services, vault, { ...subject, id: alias, owner: undefined }));
    // after all that queues something; what is still to be said is said to nobody
    for (const { notice, createdAt } of await vault.outbox.removeOf(key)) {
      if (notice.kind !== 'revoke') continue;
      revocations.push(await requeueNameless(services, vault, notice, alias, createdAt, RETRY_AFTER));
    }
    await vault.audit.rename(key, alias);
    const toEnd = revocations.filter((one) => one !== undefined).length;
    return {
      value: { counts, revocations },
      result: `${counts.connections} connections, ${toEnd} to be ended at their products`,
    };
  });
  const ended = await Promise.all(removed.revocations.map((queued) => tryAtOnce(services, queued)));
  services.wake();
  return {
    ...removed.counts,
    queued: ended.filter((outcome) => outcome === 'queued').length,
    unsupported: ended.filter((outcome) => outcome === 'unsupported').length,
  };
}

async function removeAll(vault: Vault, key: string) {
  const authorizations = await vault.authorizations.removeOf(key);
  const errands = await vault.errands.removeOf(key);
  const connections = await vault.connections.removeOf(key);
  // as they were in the end, so that a token which came meanwhile is ended too
  const held: readonly RevocationSubject[] = [
    ...connections.flatMap(({ stored }) =>
      stored === undefined ? [] : { ...stored.connection, credential: stored.credential },
    ),
    ...authorizations.flatMap(({ authorization }) => {
      const credential = authorization === undefined ? undefined : credentialOf(authorization);
      return authorization === undefined || credential === undefined ? [] : { ...authorization, credential };
    }),
  ];
  return {
    held,
    connections: connections.length,
    authorizations: authorizations.length,
    errands,
  };
}
