import type { Errand } from '../model/errand.ts';
import { floorOf, offersRetry } from '../model/floor.ts';
import { askAgain } from './go-on.ts';
import { errandsOf } from './heard-elsewhere.ts';
import { remind } from './remind.ts';
import type { Turn } from './turn.ts';

/** The latest open errand of the turn's sender here; undefined if there is none, or if we do not know the sender. */
async function floorHere(turn: Turn): Promise<Errand | undefined> {
  return floorOf(await errandsOf(turn));
}

/**
 * Asks the question below again when the errand above it has ended. Dialogs repeat their own questions.
 *
 * @param ran errands that went on in this turn, and may have asked something themselves
 * @param isNews the bot has only said something unasked. It took the question's buttons, and no dialog repeats it
 */
export async function askBelow(turn: Turn, ran: readonly Errand[] = [], isNews = false): Promise<void> {
  const next = await floorHere(turn);
  if (next === undefined || offersRetry(next) || !(isNews || next.by === 'plain')) return;
  if (!ran.some(({ id }) => id === next.id)) await askAgain(turn, next);
}

/** After a message that led to nothing, says the question that is still open, or what the person still has to do. */
export async function sayWhatIsOpen(turn: Turn): Promise<void> {
  const open = await floorHere(turn);
  if (open !== undefined) await sayStillOpen(turn, open);
}

/** The same for one errand. */
export async function sayStillOpen(turn: Turn, errand: Errand): Promise<void> {
  if (errand.status === 'waiting') await remind(turn, errand, false);
  else if (!offersRetry(errand)) await askAgain(turn, errand);
}
