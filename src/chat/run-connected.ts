import { moveErrand } from '../flows/move-errand.ts';
import type { Errand } from '../model/errand.ts';
import { goOn } from './go-on.ts';
import { closeCard } from './say.ts';
import type { Turn } from './turn.ts';

/** Runs everything that waited for the connection that this turn has completed, in the order of the requests. */
export async function runConnected(turn: Turn, errands: readonly Errand[]): Promise<void> {
  const { services, over } = turn;
  for (const errand of errands) await closeCard(turn, errand, 'connected');
  for (const errand of errands) {
    if (errand.actionId === undefined) {
      await moveErrand(services, errand, { type: 'said', at: services.now() });
      over.set(errand.id, { status: 'connected' });
    } else await goOn(turn, errand);
  }
}
