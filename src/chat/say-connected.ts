import type { Authorizer } from '../authorizer.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import { say } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

/** That a browser has connected something; and where else the grant reaches, which is nobody's business in a group. */
export async function sayConnected(
  context: ChatTurn,
  { integration }: Authorizer,
  connected: {
    readonly integration: string;
    readonly account: string;
    readonly otherSites?: readonly string[];
    readonly conversation: Pick<ConversationAddress, 'kind'>;
  },
): Promise<void> {
  const { integration: id, account, otherSites = [], conversation } = connected;
  const { texts } = turnOf(context);
  const text = texts.connected(integration(id)?.name ?? id, account, id);
  if (otherSites.length === 0 || conversation.kind !== 'personal') return say(context, text);
  const choices = otherSites.map((site) => texts.sayUse(`${id} ${site}`));
  return say(context, `${text} ${texts.otherSites(otherSites, id)}`, choices);
}
