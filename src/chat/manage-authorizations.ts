import type { Authorizer } from '../authorizer.ts';
import type { Words } from '../model/words.ts';
import { hearCommand } from './converse.ts';
import type { ChatTurn } from './sdk.ts';
import { turnWith } from './turn.ts';

/**
 * Handles `cancel`, `retry` and `new link` for the last request in this conversation; true if the message was one of
 * them. `authorizer.converse` understands them too, and so do active dialogs.
 */
export async function manageAuthorizations(context: ChatTurn, authorizer: Authorizer, words?: Words): Promise<boolean> {
  return hearCommand(turnWith(context, authorizer, 'manageAuthorizations(context, authorizer)', words));
}
