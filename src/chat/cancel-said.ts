import type { Errand } from '../model/errand.ts';
import { titleOf } from './errand-over.ts';
import type { GoneOn } from './go-on.ts';
import { replaceCard } from './replace-card.ts';
import { say } from './say.ts';
import { closeCard } from './say-owed.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

/** The person wants no more of it, nor of what waits for the same connection. */
export async function cancelSaid(talk: Talk, errand: Errand): Promise<GoneOn> {
  const { context, authorizer } = talk;
  const { errands } = authorizer;
  const { texts } = turnOf(context);
  const cancelled = await errands.cancel(errand);
  for (const one of cancelled) {
    if (errand.status !== 'asking') await closeCard(talk, one, 'cancelled');
    else if (errand.card !== undefined) await replaceCard(context, errand.card.id, errand.card.title);
  }
  const at = errands.now();
  const [first] = cancelled;
  // it was connected, or done, in this very moment
  const isLate = first?.isConnected === true && errand.isConnected !== true;
  if (first === undefined) await say(context, texts.nothingToCancel);
  else if (cancelled.length > 1)
    await say(context, texts.cancelledAll(cancelled.map((one) => titleOf(one, authorizer, texts))));
  else await say(context, isAboutConnecting(errand) && !isLate ? texts.cancelled : texts.notDone);
  for (const one of cancelled) if (one.owes !== undefined) await errands.move(one, { type: 'said', at });
  return { status: 'over', over: { status: 'not_connected', why: 'cancelled' } };
}

function isAboutConnecting(errand: Errand): boolean {
  return errand.status === 'waiting' || (errand.status === 'asking' && errand.ask.kind === 'method');
}
