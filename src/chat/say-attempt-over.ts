import type { Authorizer } from '../authorizer.ts';
import { replaceCard } from './replace-card.ts';
import { say } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { turnOf } from './turn.ts';

/**
 * This very turn has ended an attempt to connect: says so in the turn's own words, and in the place of the card's button. What
 * waited for it owes nothing any more.
 *
 * @param next default: trying again is offered
 */
export async function sayAttemptOver(
  { errands, integration }: Authorizer,
  context: ChatTurn,
  sender: Extract<Sender, { status: 'known' }>,
  text: string,
  next: readonly string[] = [turnOf(context).texts.sayRetry],
): Promise<void> {
  const { texts } = turnOf(context);
  const at = errands.now();
  await say(context, text, next);
  const here = await errands.here(sender.owner, sender.conversation.key);
  for (const errand of here) {
    if (errand.owes !== 'attempt_over') continue;
    const { card, integration: id } = errand;
    if (card !== undefined)
      await replaceCard(context, card.id, texts.cardClosed(integration(id)?.name ?? id, 'over'), text);
    await errands.move(errand, { type: 'said', at });
  }
}
