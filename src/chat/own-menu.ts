import { steadyWords } from '../answers/steady-words.ts';
import { wordsIn } from '../answers/words-in.ts';
import type { Authorizer } from '../authorizer.ts';
import { productAsked } from '../flows/connections-asked.ts';
import { type DisconnectOutcome, disconnect as remove } from '../flows/disconnect.ts';
import { type ListedConnection, listConnections } from '../flows/list-connections.ts';
import { LANGUAGES } from '../languages/language-tag.ts';
import type { PublicIntegration } from '../model/public-profile.ts';
import type { Words } from '../model/words.ts';
import { hearCommand } from './converse.ts';
import { manage } from './manage-connections.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf, turnWith } from './turn.ts';

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
  return remove(services, { owner: sender.owner, integration, connectionId });
}

/**
 * Handles `cancel`, `retry` and `new link` for the last request in this conversation; true if the message was one of
 * them. `authorizer.converse` understands them too, and so do active dialogs.
 */
export async function manageAuthorizations(context: ChatTurn, authorizer: Authorizer, words?: Words): Promise<boolean> {
  return hearCommand(turnWith(context, authorizer, 'manageAuthorizations(context, authorizer)', words));
}

/**
 * Handles `connections`, `use <product> <account or site>` and `disconnect <product> [<account or site>]`; true if the
 * message was one of them. `connect <product>` needs a dialog: see `askedConnection`.
 */
export async function manageConnections(context: ChatTurn, authorizer: Authorizer, words?: Words): Promise<boolean> {
  return manage(turnWith(context, authorizer, 'manageConnections(context, authorizer)', words));
}

/**
 * The product that `connect <product>` or `reconnect <product>` names, for an AuthorizeDialog to begin with.
 *
 * @param words default: those of every language, because the message alone does not say which one it is in
 */
export function askedConnection(
  said: string | undefined,
  { integrations }: Pick<Authorizer, 'integrations'>,
  words?: Words,
): PublicIntegration | undefined {
  const known = words === undefined ? LANGUAGES.map(wordsIn) : [steadyWords(words)];
  return productAsked((said ?? '').trim(), integrations, known);
}
