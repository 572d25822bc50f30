import type { Errand } from '../model/errand.ts';
import { purposeOf } from './ask-question.ts';
import { productName, whatOf } from './errand-title.ts';
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
  const whats = cancelled.map((one) => whatOf(one, authorizer, turnOf(context)));
  const [what] = whats;
  // it was connected, or done, in this very moment
  const isLate = cancelled[0]?.isConnected === true && errand.isConnected !== true;
  if (what === undefined) await say(context, texts.nothingToCancel);
  else if (whats.length > 1) await say(context, texts.cancelledAll(whats));
  else if (isAboutConnecting(errand) && !isLate) await say(context, texts.cancelled(what));
  else await say(context, await notDone(talk, errand));
  for (const one of cancelled) if (one.owes !== undefined) await errands.move(one, { type: 'said', at });
  return { status: 'over', over: { status: 'not_connected', why: 'cancelled' } };
}

async function notDone(talk: Talk, errand: Errand): Promise<string> {
  const { context, authorizer } = talk;
  const { owner, integration, actionId } = errand;
  const connections = await authorizer.listConnections(owner);
  const isConnected = connections.some((one) => one.integration === integration && one.status === 'active');
  const purpose = actionId === undefined ? '' : purposeOf(talk, errand);
  // another process knows the action
  const what = purpose === '' ? undefined : purpose;
  return turnOf(context).texts.notDone(what, productName(authorizer, integration), isConnected);
}

function isAboutConnecting(errand: Errand): boolean {
  return errand.status === 'waiting' || (errand.status === 'asking' && errand.ask.kind === 'method');
}
