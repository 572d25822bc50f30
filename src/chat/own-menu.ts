import type { Authorizer } from '../authorizer.ts';
import { ConfigurationError } from '../errors.ts';
import type { DisconnectOutcome } from '../flows/disconnect.ts';
import type { ListedConnection } from '../flows/list-connections.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

const AUTHORIZER = Symbol('latchkey.authorizer');

/** Lets the functions of a bot's own menu find it with the context alone. */
export function setAuthorizer(context: ChatTurn, authorizer: Authorizer): void {
  context.turnState.set(AUTHORIZER, authorizer);
}

/**
 * The connections of the sender of the turn, for your own menu: oldest first, without any secret. Empty if the channel
 * does not prove who the sender is. Do not show account names in a group.
 *
 * @throws ConfigurationError if Latchkey's middleware is missing
 */
export async function connectionsOf(context: ChatTurn): Promise<readonly ListedConnection[]> {
  const { authorizer, owner } = senderIn(context);
  return owner === undefined ? [] : authorizer.listConnections(owner);
}

/** True if the sender of the turn has a connection there that works, as far as Latchkey knows. */
export async function isConnected(context: ChatTurn, integration: string): Promise<boolean> {
  const connections = await connectionsOf(context);
  return connections.some((one) => one.integration === integration && one.status === 'active');
}

/**
 * Removes a connection of the sender of the turn, and ends it at the product if possible. Says nothing in the chat.
 *
 * @param connectionId which one, if there are several at the product. Default: the one that actions use.
 */
export async function disconnect(
  context: ChatTurn,
  integration: string,
  connectionId?: string,
): Promise<DisconnectOutcome> {
  const { authorizer, owner } = senderIn(context);
  if (owner === undefined) return { status: 'not_connected' };
  return authorizer.disconnect({ owner, integration, ...(connectionId === undefined ? {} : { connectionId }) });
}

function senderIn(context: ChatTurn) {
  const { sender } = turnOf(context);
  const authorizer = context.turnState.get(AUTHORIZER) as Authorizer | undefined;
  if (authorizer === undefined) throw new ConfigurationError('the turn does not come from Latchkey’s middleware');
  return { authorizer, owner: sender.status === 'known' ? sender.owner : undefined };
}
