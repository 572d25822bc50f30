import { randomUUID } from 'node:crypto';
import { type Ending, endAuthorizations } from './end-authorization.ts';
import type { Services } from './services.ts';
import { warnOfEnds } from './warn-of-ends.ts';

/** Milliseconds without an answer after which an exchange, or an action, belongs to a process that died. */
const EXCHANGE_STUCK = 60_000;
const ACTION_STUCK = 2 * 60_000;
/** Ended attempts and actions are kept this long, so that late clicks are answered in words. */
const KEEP_ENDED = 24 * 60 * 60_000;
const BATCH = 250;
const DAY = 24 * 60 * 60_000;

const INTERRUPTED: Ending = { status: 'failed', why: 'interrupted', tell: true };
const EXPIRED: Ending = { status: 'expired', why: 'expired', tell: true };

/** Ends what is over by the clock, tells whom it concerns, and deletes what nobody needs any more. Safe in any number. */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  await endDueAuthorizations(services, now);
  await reportInterruptedActions(services, now);
  await whileFull(() => warnOfEnds(services, BATCH));
  await whileFull(() => services.vault.authorizations.sweepEnded(now - KEEP_ENDED, BATCH));
  await whileFull(() => services.vault.pendingActions.sweep(now - KEEP_ENDED, BATCH));
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

async function reportInterruptedActions(services: Services, now: number): Promise<void> {
  for (const action of await services.vault.pendingActions.stuck(now - ACTION_STUCK, BATCH)) {
    const version = action.version + 1;
    const failed = await services.vault.pendingActions.swap({ ...action, version, status: 'failed', updatedAt: now });
    if (!failed) continue;
    await services.vault.outbox.put(randomUUID(), `interrupted/${action.id}/${version}`, now, now, {
      kind: 'action_interrupted',
      conversation: action.conversation,
      actionId: action.actionId,
    });
    services.wake();
  }
}
