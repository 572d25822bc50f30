import { messageIdOf } from '../channels/message-id.ts';
import { cancelErrand } from '../flows/cancel-errand.ts';
import { listConnections } from '../flows/list-connections.ts';
import { moveErrand } from '../flows/move-errand.ts';
import type { Errand } from '../model/errand.ts';
import { purposeOf, whatOf } from './errand-title.ts';
import { type GoneOn, notConnected } from './go-on.ts';
import { closeCard, replaceCard, say } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** Cancels the errand, and every other one that waits for the same connection. */
export async function cancelSaid(turn: Turn, errand: Errand): Promise<GoneOn> {
  const { services, texts } = turn;
  const cancelled = await cancelErrand(services, errand, messageIdOf(turn.context.activity));
  for (const one of cancelled) {
    if (errand.status !== 'asking') await closeCard(turn, one, 'cancelled');
    else if (errand.card !== undefined) await replaceCard(turn, errand.card.id, errand.card.title);
  }
  const at = services.now();
  const whats = cancelled.map((one) => whatOf(turn, one));
  const [what] = whats;
  // the connection was completed in this very moment
  const isLate = cancelled[0]?.isConnected === true && errand.isConnected !== true;
  if (what === undefined) await say(turn, texts.nothingToCancel);
  else if (whats.length > 1) await say(turn, texts.cancelledAll(whats));
  else if (isAboutConnecting(errand) && !isLate) await say(turn, texts.cancelled(what));
  else await say(turn, await notDone(turn, errand));
  for (const one of cancelled) if (one.owes !== undefined) await moveErrand(services, one, { type: 'said', at });
  return notConnected('cancelled');
}

async function notDone(turn: Turn, errand: Errand): Promise<string> {
  const { owner, integration, actionId } = errand;
  const connections = await listConnections(turn.services, owner);
  const isConnected = connections.some((one) => one.integration === integration && one.status === 'active');
  const purpose = actionId === undefined ? '' : purposeOf(turn, errand);
  return turn.texts.notDone(purpose === '' ? undefined : purpose, productName(turn, integration), isConnected);
}

function isAboutConnecting(errand: Errand): boolean {
  return errand.status === 'waiting' || (errand.status === 'asking' && errand.ask.kind === 'method');
}
