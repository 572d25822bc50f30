import type { TurnActivity } from '../channels/activity.ts';
import { undress } from '../channels/dress.ts';
import { findConfirmationCode } from '../model/confirmation-code.ts';
import { holdsSubmittedCard } from './redact-secrets.ts';
import { isOfTheSdk, isWritten, suspicionOf } from './suspicion.ts';

/**
 * True where the turn may take something out of the activity: for an SDK that logs activities before any middleware can look
 * at them. Decided by the activity alone.
 */
export function mayBeTaken(sent: TurnActivity): boolean {
  if (holdsSubmittedCard(sent)) return true;
  if (isOfTheSdk(sent)) return false;
  const activity = { ...sent };
  undress(activity);
  if (isWritten(activity) && typeof activity.text === 'string' && holdsCode(activity.text)) return true;
  const { isKnown, suspects } = suspicionOf(activity);
  return isKnown || suspects.length > 0;
}

function holdsCode(text: string): boolean {
  return findConfirmationCode(text) !== undefined;
}
