import { moveErrand } from '../flows/move-errand.ts';
import { errandsOf } from './heard-elsewhere.ts';
import { closeCard, say } from './say.ts';
import type { Turn } from './turn.ts';

/**
 * This very turn has ended an attempt to connect: says so with this text, which also replaces the card's button. The errands
 * that waited for it then owe nothing.
 */
export async function sayAttemptOver(turn: Turn, text: string): Promise<'answered'> {
  const { services, texts } = turn;
  const at = services.now();
  await say(turn, text, [texts.sayRetry]);
  for (const errand of await errandsOf(turn)) {
    if (errand.owes !== 'attempt_over') continue;
    await closeCard(turn, errand, 'over', text);
    await moveErrand(services, errand, { type: 'said', at });
  }
  return 'answered';
}
