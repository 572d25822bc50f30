import { asksNow } from '../answers/open-question.ts';
import { questionCardIn } from '../channels/question-message.ts';
import { sayWhatIsOpen } from './floor.ts';
import { errandsOf, heardElsewhere } from './heard-elsewhere.ts';
import { say } from './say.ts';
import type { Turn } from './turn.ts';

/**
 * The card of a question that was answered, is too old or asks somebody else: says so, and repeats what is open. Says nothing to
 * people who press a button twice.
 *
 * @returns true if the message was one
 */
export async function hearOldCard(turn: Turn): Promise<boolean> {
  const card = questionCardIn(turn.context.activity);
  if (card === undefined) return false;
  const here = await errandsOf(turn);
  const asking = here.find(({ id }) => id === card.errand);
  if (asking !== undefined && asksNow(asking, card.question)) return false;
  const isPressedTwice = asking !== undefined && turn.arrivedAt <= asking.updatedAt;
  if (isPressedTwice || (await heardElsewhere(turn, here))) return true;
  await say(turn, turn.texts.notAskedNow);
  await sayWhatIsOpen(turn);
  return true;
}
