import type { Authorizer } from '../authorizer.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import { productName } from './errand-title.ts';
import { say } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

/** That a browser has connected something; and where else the grant reaches, which is nobody's business in a group. */
export async function sayConnected(
  context: ChatTurn,
  authorizer: Authorizer,
  connected: {
    readonly integration: string;
    readonly account: string;
    readonly otherSites?: readonly string[];
    readonly conversation: Pick<ConversationAddress, 'kind'>;
  },
): Promise<void> {
  const { integration, account, otherSites = [], conversation } = connected;
  const { texts } = turnOf(context);
  const text = texts.connected(productName(authorizer, integration), account, integration);
  if (otherSites.length === 0 || conversation.kind !== 'personal') return say(context, text);
  const choices = otherSites.map((site) => texts.sayUse(`${integration} ${site}`));
  return say(context, `${text} ${texts.otherSites(otherSites, integration)}`, choices);
}
