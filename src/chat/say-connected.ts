import type { Errand, Ready } from '../model/errand.ts';
import { say } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** Says that a product is connected and, except in a group, which other sites the grant reaches. */
export async function sayConnected(
  turn: Turn,
  { integration, conversation }: Pick<Errand, 'integration' | 'conversation'>,
  { account, otherSites }: NonNullable<Ready['connected']>,
): Promise<void> {
  const { texts } = turn;
  const text = texts.connected(productName(turn, integration), account, integration);
  if (otherSites.length === 0 || conversation.kind !== 'personal') return say(turn, text);
  const choices = otherSites.map((site) => texts.sayUse(`${integration} ${site}`));
  return say(turn, `${text} ${texts.otherSites(otherSites, integration)}`, choices);
}
