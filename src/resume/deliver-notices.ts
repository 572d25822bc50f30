import { noteRevocation } from '../flows/remove-connection.ts';
import { type RevocationOutcome, revokeCredential } from '../flows/revoke-credential.ts';
import type { Services } from '../flows/services.ts';
import type { Notice } from '../model/notice.ts';
import type { ConversationHost, ConversationNotice } from './conversation-host.ts';

/** A process that dies while it delivers is followed by another one after this time. */
const LEASE = 30_000;
const GIVE_UP_AFTER = 24 * 60 * 60_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 10 * 60_000;
const BATCH = 10;

/**
 * Delivers what is due, at least once; safe on many instances, since each notice is leased to one of them. What cannot be
 * delivered is tried again for 24 hours, less and less often. Answers how many were delivered.
 *
 * @param host without one, revocations are done and everything else is left to those who can speak
 */
export async function deliverNotices(services: Services, host: ConversationHost | undefined): Promise<number> {
  const { outbox } = services.vault;
  const now = services.now();
  const kind = host === undefined ? 'revoke' : undefined;
  let delivered = 0;
  for (const entry of await outbox.claim(now, now + LEASE, services.processId, BATCH, kind)) {
    const { notice } = entry;
    const revocation = notice.kind === 'revoke' ? await revokeCredential(services, notice) : undefined;
    const done = notice.kind === 'revoke' ? revocation !== 'failed' : await say(host, notice);
    const stale = now - entry.createdAt > GIVE_UP_AFTER;
    if (done || stale) await finish(services, entry, revocation);
    else await outbox.postpone(entry.id, services.processId, now + pauseAfter(entry.attempts));
    if (done) delivered += 1;
    const event = done ? 'notice_delivered' : 'notice_failed';
    services.log({ event, notice: entry.notice.kind, attempts: entry.attempts });
  }
  return delivered;
}

/** What has become of a revocation is written down with the end of its row: also that it was given up. */
async function finish(
  services: Services,
  { id, notice }: { readonly id: string; readonly notice: Notice },
  revocation: RevocationOutcome | undefined,
): Promise<void> {
  if (notice.kind !== 'revoke' || revocation === undefined) {
    await services.vault.outbox.finish(id, services.processId);
    return;
  }
  const result = revocation === 'failed' ? 'given_up' : revocation;
  await services.vault.transaction(async (vault) => {
    const mine = await vault.outbox.finish(id, services.processId);
    if (mine) await noteRevocation(services, vault, notice, result);
  });
  if (result === 'given_up') services.log({ event: 'revocation_given_up', integration: notice.integration });
}

async function say(host: ConversationHost | undefined, notice: ConversationNotice): Promise<boolean> {
  if (host === undefined) return false;
  return host.deliver(notice).then(
    () => true,
    () => false,
  );
}

function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.min(attempts, 16), LONGEST_PAUSE);
}
