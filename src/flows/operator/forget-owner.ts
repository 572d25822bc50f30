import { credentialOf } from '../../model/authorization.ts';
import { ownerKey, type UserOwner } from '../../model/owner.ts';
import type { Vault } from '../../vault/vault.ts';
import { type QueuedRevocation, type RevocationSubject, requeueNameless } from '../queue-revocation.ts';
import { queueIfRevocable, RETRY_AFTER, tryAtOnce } from '../remove-connection.ts';
import type { Services } from '../services.ts';
import { type Actor, audited } from './audited.ts';

/** What was stored about a person. */
export interface Forgotten {
  readonly connections: number;
  readonly authorizations: number;
  /** Requests of the person. */
  readonly errands: number;
  /** Credentials that could not be revoked yet. The product is asked again for 24 hours, without naming the person. */
  readonly queued: number;
  /** Credentials that only the person can revoke, at the product. */
  readonly unsupported: number;
}

/**
 * Deletes everything stored about a person: connections, attempts, requests, and messages that were still to be sent.
 * Revocations are queued in the same transaction and tried right afterwards. The audit log keeps what happened and when,
 * under a meaningless name. Browser sessions name no person and end within minutes. The developers' audience lists are
 * theirs to change. Can be repeated at any time.
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
    // after everything that queues something, so that messages still to be sent are dropped
    for (const { notice, createdAt } of await vault.outbox.removeOf(key)) {
      if (notice.kind !== 'revoke') continue;
      revocations.push(await requeueNameless(services, vault, notice, alias, createdAt, RETRY_AFTER));
    }
    await vault.audit.rename(key, alias);
    const toEnd = revocations.filter((one) => one !== undefined).length;
    return {
      value: { counts, revocations },
      facts: { kind: 'forgotten', connections: counts.connections, revocations: toEnd },
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
  // in their final state, so that a token that came in the meantime is revoked too
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
