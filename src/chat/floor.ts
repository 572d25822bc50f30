import { errandsHere } from '../flows/errands-here.ts';
import type { Errand } from '../model/errand.ts';
import { floorOf, offersRetry } from '../model/floor.ts';
import { askAgain } from './go-on.ts';
import { remind } from './remind.ts';
import type { Turn } from './turn.ts';

/** What the sender of the turn was asked last here; undefined too for somebody who is not known. */
export async function floorHere({ services, sender }: Turn): Promise<Errand | undefined> {
  if (sender.status === 'refused') return undefined;
  return floorOf(await errandsHere(services, sender.owner, sender.conversation.key));
}

/**
 * What was asked here before something that has ended now is asked again. A dialog's question is its dialog's.
 *
 * @param ran what went on in this turn, and may have asked something itself
 */
export async function askBelow(turn: Turn, ran: readonly Errand[] = []): Promise<void> {
  const next = await floorHere(turn);
  if (next?.status !== 'asking' || next.by !== 'plain' || offersRetry(next)) return;
  if (!ran.some(({ id }) => id === next.id)) await askAgain(turn, next);
}

/** After a message that nothing was made of: the question that is still open, or what the person still has to do. */
export async function sayWhatIsOpen(turn: Turn): Promise<void> {
  const open = await floorHere(turn);
  if (open !== undefined) await sayStillOpen(turn, open);
}

/** The same of one errand. */
export async function sayStillOpen(turn: Turn, errand: Errand): Promise<void> {
  if (errand.status === 'waiting') await remind(turn, errand, false);
  else if (!offersRetry(errand)) await askAgain(turn, errand);
}
