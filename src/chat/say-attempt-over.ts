import type { Authorizer } from '../authorizer.ts';
import { say } from './say.ts';
import { closeCard } from './say-owed.ts';
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
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Extract<Sender, { status: 'known' }>,
  text: string,
  next: readonly string[] = [turnOf(context).texts.sayRetry],
): Promise<void> {
  const { errands } = authorizer;
  const at = errands.now();
  await say(context, text, next);
  const here = await errands.here(sender.owner, sender.conversation.key);
  for (const errand of here) {
    if (errand.owes !== 'attempt_over') continue;
    await closeCard({ context, authorizer }, errand, 'over', text);
    await errands.move(errand, { type: 'said', at });
  }
}
