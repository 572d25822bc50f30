import { type Errand, isOpenErrand } from './errand.ts';

/**
 * The errand that a message without a dialog is for: the newest that asks or awaits something. One that offers to try again
 * comes last, and not at all if the same was asked for again since.
 *
 * @param errands of a person in a conversation, oldest first
 * @param pressed id of the errand whose card the message submits: the message is for that one
 */
export function floorOf(errands: readonly Errand[], pressed?: string): Errand | undefined {
  const open = errands.filter(isOpenErrand);
  const asker = open.find(({ id }) => id === pressed);
  if (asker !== undefined) return asker;
  return open.findLast((errand) => !offersRetry(errand)) ?? open.findLast((errand) => !isOvertaken(errand, errands));
}

export function offersRetry(errand: Errand): boolean {
  return errand.status === 'asking' && errand.ask.kind === 'retry';
}

function isOvertaken(errand: Errand, errands: readonly Errand[]): boolean {
  return errands.some(({ actionId, createdAt }) => actionId === errand.actionId && createdAt > errand.createdAt);
}
