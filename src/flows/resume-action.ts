import { type PendingAction, RESUME_WITHIN } from '../model/pending-action.ts';
import { type RunOutcome, runAction } from './run-action.ts';
import type { Services } from './services.ts';

export type ResumeOutcome =
  | { readonly status: 'ran'; readonly action: PendingAction; readonly outcome: RunOutcome }
  /** Somebody else runs it, or it ran already, or nothing is left of it. */
  | { readonly status: 'taken' }
  | { readonly status: 'too_old'; readonly action: PendingAction };

/**
 * Goes on with an action that waited for its authorization: once, whoever comes first, also when several processes try
 * (security.md R19). A failed one may be tried again by the person.
 */
export async function resumeAction(
  services: Services,
  input: { readonly pendingActionId: string; readonly retry?: boolean },
): Promise<ResumeOutcome> {
  const pending = await services.vault.pendingActions.byId(input.pendingActionId);
  const startable = input.retry === true ? 'failed' : 'waiting';
  if (pending === undefined || pending.status !== startable) return { status: 'taken' };
  const action = services.actions.get(pending.actionId);
  if (action === undefined) return { status: 'taken' };
  if (services.now() - pending.createdAt > RESUME_WITHIN) {
    const dropped = await become(services, pending, 'dropped');
    return dropped === undefined ? { status: 'taken' } : { status: 'too_old', action: dropped };
  }
  const running = await become(services, pending, 'running');
  if (running === undefined) return { status: 'taken' };
  const outcome = await runAction(services, { owner: pending.owner, action, input: pending.input });
  // with questions left it is the dialog's again
  const asks = outcome.status === 'needs_answers' || outcome.status === 'input_refused';
  const done = outcome.status === 'done' || asks;
  await become(services, running, done ? 'done' : 'failed');
  return { status: 'ran', action: running, outcome };
}

async function become(
  services: Services,
  from: PendingAction,
  status: PendingAction['status'],
): Promise<PendingAction | undefined> {
  const next: PendingAction = { ...from, version: from.version + 1, status, updatedAt: services.now() };
  return (await services.vault.pendingActions.swap(next)) ? next : undefined;
}
