import type { Errand } from '../model/errand.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

/** Of the sender of the turn; undefined too for somebody who is not known. */
export async function floorHere({ context, authorizer }: Talk): Promise<Errand | undefined> {
  const { sender } = turnOf(context);
  if (sender.status === 'refused') return undefined;
  return floorOf(await authorizer.errands.here(sender.owner, sender.conversation.key));
}

/**
 * The errand that a message without a dialog is for: the newest that asks or awaits something. One that offers to try again
 * comes last, and not at all where the same was asked for again since.
 */
export function floorOf(errands: readonly Errand[]): Errand | undefined {
  const open = errands.filter(({ status }) => status === 'asking' || status === 'waiting' || status === 'ready');
  return open.findLast((errand) => !offersRetry(errand)) ?? open.findLast((errand) => !isOvertaken(errand, errands));
}

export function offersRetry(errand: Errand): boolean {
  return errand.status === 'asking' && errand.ask.kind === 'retry';
}

function isOvertaken(errand: Errand, errands: readonly Errand[]): boolean {
  return errands.some(({ actionId, createdAt }) => actionId === errand.actionId && createdAt > errand.createdAt);
}
