import { type DisconnectOutcome, disconnect as remove } from '../flows/disconnect.ts';
import { type ListedConnection, listConnections } from '../flows/list-connections.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

/**
 * The connections of the sender of the turn, for your own menu: oldest first, without any secret. Empty if the channel
 * does not prove who the sender is. Do not show account names in a group.
 *
 * @throws ConfigurationError if Latchkey's middleware is missing
 */
export async function connectionsOf(context: ChatTurn): Promise<readonly ListedConnection[]> {
  const { services, sender } = turnOf(context);
  return sender.status === 'known' ? listConnections(services, sender.owner) : [];
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
  const { services, sender } = turnOf(context);
  if (sender.status === 'refused') return { status: 'not_connected' };
  const which = connectionId === undefined ? {} : { connectionId };
  return remove(services, { owner: sender.owner, integration, ...which });
}
