import { type Ending, endAuthorizations } from './end-authorization.ts';
import type { Services } from './services.ts';
import { warnOfEnds } from './warn-of-ends.ts';

/** Milliseconds without progress after which an exchange belongs to a process that has died. */
const EXCHANGE_STUCK = 60_000;
/** Milliseconds for which ended attempts and errands are kept, so that late clicks get an explanation. */
const KEEP_ENDED = 24 * 60 * 60_000;
const BATCH = 250;
const DAY = 24 * 60 * 60_000;

const INTERRUPTED: Ending = { status: 'failed', why: 'interrupted', tell: 'unattended' };
const EXPIRED: Ending = { status: 'expired', why: 'expired', tell: 'unattended' };

/**
 * Ends what has expired, tells the people concerned, and deletes what is no longer needed. Any number of processes may run
 * it.
 */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  await endDueAuthorizations(services, now);
  await whileFull(() => warnOfEnds(services, BATCH));
  await whileFull(() => services.vault.authorizations.sweepEnded(now - KEEP_ENDED, BATCH));
  await whileFull(() => services.vault.errands.sweepEnded(now - KEEP_ENDED, BATCH));
  await whileFull(() => services.vault.sessions.sweep(now, BATCH));
  const { auditDays } = services.settings;
  if (auditDays === undefined) return;
  // PostgreSQL takes whole numbers only of 64 bits
  const before = Math.max(0, Math.floor(now - auditDays * DAY));
  await whileFull(() => services.vault.audit.sweep(before, BATCH));
}

/** Repeats until a batch is not full. Between two batches, other work gets its turn. */
async function whileFull(batch: () => Promise<number>): Promise<void> {
  for (;;) if ((await batch()) < BATCH) return;
}

async function endDueAuthorizations(services: Services, now: number): Promise<void> {
  await whileFull(async () => {
    const due = await services.vault.authorizations.due(now, now - EXCHANGE_STUCK, BATCH);
    return endAuthorizations(
      services,
      due.map((from) => ({ from, ending: now < from.expiresAt ? INTERRUPTED : EXPIRED })),
    );
  });
}
