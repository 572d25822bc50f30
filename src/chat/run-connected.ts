import type { Errand } from '../model/errand.ts';
import { goOn } from './go-on.ts';
import { closeCard } from './say-owed.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

/** Runs everything that waited for the connection that this turn has made and told, in the order it was asked for. */
export async function runConnected(talk: Talk, errands: readonly Errand[]): Promise<void> {
  const { authorizer, context } = talk;
  for (const errand of errands) await closeCard(talk, errand, 'connected');
  for (const errand of errands) {
    if (errand.actionId === undefined) {
      await authorizer.errands.move(errand, { type: 'said', at: authorizer.errands.now() });
      turnOf(context).over.set(errand.id, { status: 'connected' });
    } else await goOn(talk, errand, { isStored: true });
  }
}
