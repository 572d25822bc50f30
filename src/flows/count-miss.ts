import { type Authorization, isOpen } from '../model/authorization.ts';
import { persistEnd } from './end-authorization.ts';
import { move } from './move.ts';
import type { Services } from './services.ts';

/** The message with a wrong code or key. */
export interface Missed {
  readonly conversationKey: string;
  /** Absent for a message that no channel delivers again. It counts each time. */
  readonly activityId?: string | undefined;
  /** The wrong code. Another code is another guess, even with the same message id. Absent for a key, of which nothing is kept. */
  readonly code?: string;
}

/**
 * Counts a wrong key or code and returns how many tries are left; the last one ends the attempt. Counts each of several guesses
 * that arrive at the same time, even on different instances. Counts a message once, however often the channel delivers it.
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

/** Whether this message was counted before, by this process or another one. */
export function isCounted(services: Services, { id, counted = [] }: Authorization, missed: Missed): boolean {
  const text = textOf(id, missed);
  return text !== undefined && counted.some((mac) => services.vault.macMatches(mac, PURPOSE, text));
}

/** How many tries are left; 0 once the attempt has ended. */
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
