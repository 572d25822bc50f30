import { randomUUID } from 'node:crypto';
import { causeOf } from '../model/cause-of.ts';
import type { TokenCredential } from '../model/credential.ts';
import { queueRevocation, type RevocationSubject, revokeNotice } from './queue-revocation.ts';
import { canRevoke } from './revoke-credential.ts';
import type { Services } from './services.ts';
import { storedInTime, untilStored } from './until-stored.ts';

/** A token on its way to a connection, which its product has given without an attempt that could keep it. */
export interface HeldToken {
  /** Of its row in the queue of revocations. Whoever makes a connection of the token takes the row out, in the same transaction. */
  readonly dedupeKey: string;
  /** When it is ended at the product, in milliseconds since 1970, unless it has become a connection. */
  readonly endsAt: number;
}

/** Milliseconds; longer than it takes to ask the product where and whose the token is. */
const ENDS_AFTER = 5 * 60_000;

/**
 * Asks for a token and makes a connection of it. Before anything else is asked, its end is in the queue, so that it is ended
 * if this process dies, and at once if nothing comes of it. What cannot be ended at the product is in no queue.
 *
 * @param subject whose it is, without the token
 * @param connect says `connected` where it has made the connection
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

/** Where the store does not take it, the row that is there ends the token later. */
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
