import { type Authorization, isOpen } from '../model/authorization.ts';
import { persistEnd } from './end-authorization.ts';
import { move } from './move.ts';
import type { Services } from './services.ts';

/** The message in which a wrong code or key came. */
export interface Missed {
  readonly conversationKey: string;
  /** Absent for one that no channel delivers again: it counts each time. */
  readonly activityId?: string | undefined;
  /** A wrong code: another one is another guess, whatever the message calls itself. Nothing is kept of a key. */
  readonly code?: string;
}

/**
 * Counts a wrong key or code, and returns how many are still forgiven; the last one ends the attempt. Guesses that arrive at
 * the same time, on several instances, are counted each; a message that the channel delivers again is counted once.
 *
 * @param missed absent if it came from a page
 */
export async function triesLeftAfterMiss(services: Services, attempt: Authorization, missed?: Missed): Promise<number> {
  if (missed !== undefined && isCounted(services, attempt, missed)) return triesLeftOf(attempt);
  const counted = await countMiss(services, attempt, missed);
  if (counted !== undefined) return triesLeftOf(counted);
  const present = await services.vault.authorizations.byId(attempt.id);
  if (present !== undefined && missed !== undefined && isCounted(services, present, missed))
    return triesLeftOf(present);
  if (present?.status !== attempt.status || services.now() >= present.expiresAt) return 0;
  return triesLeftAfterMiss(services, present, missed);
}

/** The same message was counted before, by this process or another one. */
export function isCounted(services: Services, { id, counted = [] }: Authorization, missed: Missed): boolean {
  const text = textOf(id, missed);
  return text !== undefined && counted.some((mac) => services.vault.macMatches(mac, PURPOSE, text));
}

/** How many misses are still forgiven; 0 once it has ended. */
export function triesLeftOf(attempt: Authorization): number {
  return isOpen(attempt) ? attempt.triesLeft : 0;
}

async function countMiss(
  services: Services,
  from: Authorization,
  missed: Missed | undefined,
): Promise<Authorization | undefined> {
  const why = from.status === 'quarantined' ? 'wrong_codes' : 'wrong_credentials';
  const text = missed && textOf(from.id, missed);
  const event = {
    type: 'miss',
    ...(text === undefined ? {} : { message: services.vault.mac(PURPOSE, text) }),
  } as const;
  if (from.triesLeft > 1) return move(services, from, event);
  return (await persistEnd(services, from, event, { why, tell: 'turn' }))?.authorization;
}

const PURPOSE = 'missed-message';

function textOf(id: string, { conversationKey, activityId, code = '' }: Missed): string | undefined {
  return activityId === undefined ? undefined : JSON.stringify([id, conversationKey, activityId, code]);
}
