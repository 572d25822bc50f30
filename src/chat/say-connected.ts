import type { ConversationAddress } from '../model/conversation.ts';
import { say } from './say.ts';
import { productName, type Turn } from './turn.ts';

export interface Connected {
  readonly integration: string;
  readonly account: string;
  readonly otherSites?: readonly string[];
  /** Where it was asked for. */
  readonly conversation: Pick<ConversationAddress, 'kind'>;
}

/** That a browser has connected something; and where else the grant reaches, which is nobody's business in a group. */
export async function sayConnected(turn: Turn, connected: Connected): Promise<void> {
  const { integration, account, otherSites = [], conversation } = connected;
  const { texts } = turn;
  const text = texts.connected(productName(turn, integration), account, integration);
  if (otherSites.length === 0 || conversation.kind !== 'personal') return say(turn, text);
  const choices = otherSites.map((site) => texts.sayUse(`${integration} ${site}`));
  return say(turn, `${text} ${texts.otherSites(otherSites, integration)}`, choices);
}
