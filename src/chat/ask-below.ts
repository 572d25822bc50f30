import type { Errand } from '../model/errand.ts';
import { floorHere, offersRetry } from './floor.ts';
import { askAgain } from './hear-errand.ts';
import type { Talk } from './talk.ts';

/**
 * What was asked here before something that has ended now is asked again. A dialog's question is its dialog's.
 *
 * @param ran what went on in this turn, and may have asked something itself
 */
export async function askBelow(talk: Talk, ran: readonly Errand[] = []): Promise<void> {
  const next = await floorHere(talk);
  if (next?.status !== 'asking' || next.by !== 'plain' || offersRetry(next)) return;
  if (!ran.some(({ id }) => id === next.id)) await askAgain(talk, next);
}
