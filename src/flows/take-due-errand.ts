import { type Errand, isTooOld, MOST_TRIES } from '../model/errand.ts';
import { moveErrand } from './move-errand.ts';
import type { Services } from './services.ts';

/**
 * Takes over an errand that is due: ends a run whose process has died, and an errand that has become too old. Returns it if
 * something has to be said or run. Undefined if not, or if another process won the race.
 */
export async function takeDueErrand(services: Services, errand: Errand): Promise<Errand | undefined> {
  if (errand.status === 'running') return moveErrand(services, errand, { type: 'stuck' });
  const now = services.now();
  if (errand.owes !== undefined) {
    if (isTooOld(errand, now)) return moveErrand(services, errand, { type: 'too_old' });
    if ((errand.tries ?? 0) < MOST_TRIES) return moveErrand(services, errand, { type: 'speak' });
    services.log({ event: 'words_failed', words: errand.owes, tries: MOST_TRIES, cause: 'given_up' });
    await moveErrand(services, errand, { type: 'said', at: now });
    return undefined;
  }
  if (!isTooOld(errand, now))
    return errand.status === 'ready' ? moveErrand(services, errand, { type: 'speak' }) : undefined;
  const old = await moveErrand(services, errand, { type: 'too_old' });
  return old?.owes === undefined ? undefined : old;
}
