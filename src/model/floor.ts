import { type Errand, isOpenErrand } from './errand.ts';

/**
 * The errand that a message without a dialog is for: the newest that asks or awaits something. One that offers to try again
 * comes last, and not at all if the same was asked for again since.
 *
 * @param errands of a person in a conversation, oldest first
 */
export function floorOf(errands: readonly Errand[]): Errand | undefined {
  const open = errands.filter(isOpenErrand);
  return open.findLast((errand) => !offersRetry(errand)) ?? open.findLast((errand) => !isOvertaken(errand, errands));
}

export function offersRetry(errand: Errand): boolean {
  return errand.status === 'asking' && errand.ask.kind === 'retry';
}

function isOvertaken(errand: Errand, errands: readonly Errand[]): boolean {
  return errands.some(({ actionId, createdAt }) => actionId === errand.actionId && createdAt > errand.createdAt);
}
