import { randomUUID } from 'node:crypto';
import { endAuthorization } from './end-authorization.ts';
import type { Services } from './services.ts';

/** Milliseconds without an answer after which an exchange, or an action, belongs to a process that died. */
const EXCHANGE_STUCK = 60_000;
const ACTION_STUCK = 2 * 60_000;
/** Ended attempts and actions are kept this long, so that late clicks are answered in words. */
const KEEP_ENDED = 24 * 60 * 60_000;
const BATCH = 100;

/** Ends what is over by the clock, tells whom it concerns, and deletes what nobody needs any more. Safe in any number. */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  await endDueAuthorizations(services, now);
  await reportInterruptedActions(services, now);
  await services.vault.authorizations.sweepEnded(now - KEEP_ENDED, BATCH);
  await services.vault.pendingActions.sweep(now - KEEP_ENDED, BATCH);
  await services.vault.sessions.sweep(now, BATCH);
}

async function endDueAuthorizations(services: Services, now: number): Promise<void> {
  for (const attempt of await services.vault.authorizations.due(now, now - EXCHANGE_STUCK, BATCH)) {
    const interrupted = now < attempt.expiresAt;
    await endAuthorization(
      services,
      attempt,
      interrupted
        ? { status: 'failed', why: 'interrupted', tell: true }
        : { status: 'expired', why: 'expired', tell: true },
    );
  }
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
