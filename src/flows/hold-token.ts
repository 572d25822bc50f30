import { randomUUID } from 'node:crypto';
import { causeOf } from '../model/cause-of.ts';
import type { TokenCredential } from '../model/credential.ts';
import { queueRevocation, type RevocationSubject, revokeNotice } from './queue-revocation.ts';
import { canRevoke } from './revoke-credential.ts';
import type { Services } from './services.ts';
import { storedInTime, untilStored } from './until-stored.ts';

/** A token that a product has issued without an attempt that could keep it, on its way to a connection. */
export interface HeldToken {
  /** Identifies its row in the queue of revocations. The transaction that makes a connection of the token removes the row. */
  readonly dedupeKey: string;
  /** When it is revoked at the product, unless it has become a connection by then. Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Milliseconds. Longer than the calls take that find out which site and account the token is for. */
const ENDS_AFTER = 5 * 60_000;

/**
 * Requests a token and makes a connection of it. Queues the token's revocation before any other call, so that the token is
 * revoked if this process dies. Revokes it immediately if no connection results. Queues nothing if the product cannot revoke it.
 *
 * @param subject the owner and origin of the token
 * @param connect returns the status `connected` if it has made the connection
 */
export async function whileHeld<Outcome extends { readonly status: string }>(
  services: Services,
  subject: Omit<RevocationSubject, 'credential'>,
  ask: () => Promise<TokenCredential>,
  connect: (credential: TokenCredential, held: HeldToken | undefined) => Promise<Outcome>,
): Promise<Outcome> {
  const releaseStore = services.underWay.holdStore();
  try {
    const credential = await ask();
    const granted = { ...subject, credential };
    const held = await hold(services, granted);
    let isConnected = false;
    try {
      const outcome = await connect(credential, held);
      isConnected = outcome.status === 'connected';
      return outcome;
    } finally {
      if (!isConnected) await endNow(services, granted, held);
    }
  } finally {
    releaseStore();
  }
}

async function hold(services: Services, subject: RevocationSubject): Promise<HeldToken | undefined> {
  if (!canRevoke(services, subject)) return undefined;
  const { outbox } = services.vault;
  const dedupeKey = `revoke/${subject.id}/held`;
  const now = services.now();
  const endsAt = now + ENDS_AFTER;
  const storing = untilStored(
    async () => {
      await outbox.put(randomUUID(), dedupeKey, endsAt, now, revokeNotice(subject));
      return { dedupeKey, endsAt };
    },
    (error) => services.log({ event: 'grant_not_stored', authorization: subject.id, cause: causeOf(error) }),
  );
  return storedInTime(storing.finally(services.underWay.holdStore()));
}

/** If the store fails, the queued row revokes the token later. */
async function endNow(services: Services, subject: RevocationSubject, held: HeldToken | undefined): Promise<void> {
  if (held === undefined) return;
  try {
    await services.vault.transaction(async (vault) => {
      if ((await vault.outbox.removeBy(held.dedupeKey)) > 0) await queueRevocation(services, vault, subject);
    });
    services.wake();
  } catch (error) {
    services.log({ event: 'grant_not_stored', authorization: subject.id, cause: causeOf(error) });
  }
}
