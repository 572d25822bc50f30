import { type Ending, endAuthorizations } from './end-authorization.ts';
import type { Services } from './services.ts';
import { warnOfEnds } from './warn-of-ends.ts';

/** Milliseconds without an answer after which an exchange belongs to a process that died. */
const EXCHANGE_STUCK = 60_000;
/** Ended attempts and errands are kept this long, so that late clicks are answered in words. */
const KEEP_ENDED = 24 * 60 * 60_000;
const BATCH = 250;
const DAY = 24 * 60 * 60_000;

const INTERRUPTED: Ending = { status: 'failed', why: 'interrupted', tell: 'unattended' };
const EXPIRED: Ending = { status: 'expired', why: 'expired', tell: 'unattended' };

/** Ends what is over by the clock, tells who it concerns, and deletes what nobody needs any more. Safe in any number. */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  await endDueAuthorizations(services, now);
  await whileFull(() => warnOfEnds(services, BATCH));
  await whileFull(() => services.vault.authorizations.sweepEnded(now - KEEP_ENDED, BATCH));
  await whileFull(() => services.vault.errands.sweepEnded(now - KEEP_ENDED, BATCH));
  await whileFull(() => services.vault.sessions.sweep(now, BATCH));
  const { auditDays } = services.settings;
  if (auditDays === undefined) return;
  await whileFull(() => services.vault.audit.sweep(now - auditDays * DAY, BATCH));
}

/** A batch that was full may have left some. Between two of them everybody else has their turn. */
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
