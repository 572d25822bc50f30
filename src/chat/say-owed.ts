import { settledWithin } from '../flows/by-deadline.ts';
import { moveErrand } from '../flows/move-errand.ts';
import { causeOf } from '../model/cause-of.ts';
import { type Errand, SEND_WITHIN } from '../model/errand.ts';
import { attemptEndOf } from '../model/errand-over.ts';
import { AFTER_ATTEMPT } from '../model/next-step.ts';
import { askQuestion } from './ask-question.ts';
import { whatOf } from './errand-title.ts';
import { sayable } from './next-steps.ts';
import { type Offer, offerAccess } from './offer-access.ts';
import { closeCard, say } from './say.ts';
import { sayConnected } from './say-connected.ts';
import { sayResult } from './say-result.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/**
 * Says what an errand owes, and records that. What cannot be said stays owed, and another process says it. Returns the errand
 * as it is afterwards.
 */
export async function sayOwed(turn: Turn, errand: Errand, offer?: Offer): Promise<Errand> {
  try {
    return await sayOwedOrFail(turn, errand, offer);
  } catch (error) {
    const { owes: words = '', tries = 0 } = errand;
    turn.services.log({ event: 'words_failed', words, tries, cause: causeOf(error) });
    return errand;
  }
}

/** The same, but throws if it cannot be said: for a turn that exists only to say it. */
export async function sayOwedOrFail(turn: Turn, errand: Errand, offer?: Offer): Promise<Errand> {
  if (errand.owes === undefined) return errand;
  const { services } = turn;
  const card = await settledWithin(SEND_WITHIN, speak(turn, errand, offer));
  // nobody has read a question, and answers it, before the channel has taken it
  return (await moveErrand(services, errand, { type: 'said', at: services.now(), card })) ?? errand;
}

/** Returns the card that is open now. */
async function speak(turn: Turn, errand: Errand, offer: Offer | undefined): Promise<Errand['card']> {
  const { texts } = turn;
  switch (errand.owes) {
    case 'question':
      return errand.status === 'asking' ? askQuestion(turn, errand, errand.ask) : undefined;
    case 'access':
      return offer && offerAccess(turn, errand, offer);
    case 'connected':
      if (errand.status !== 'ready' || errand.connected === undefined) return undefined;
      await closeCard(turn, errand, 'connected');
      await sayConnected(turn, errand, errand.connected);
      return undefined;
    case 'attempt_over':
      await sayOver(turn, errand);
      return undefined;
    case 'result':
      if (errand.status === 'answered') await sayResult(turn, errand, errand.result);
      return undefined;
    case 'cancelled':
      await closeCard(turn, errand, 'cancelled');
      await say(turn, texts.cancelled(whatOf(turn, errand)));
      return undefined;
    case 'too_old':
      await say(turn, texts.tooOld, sayable(turn, errand, ['ask_again']));
      return undefined;
    default:
      return undefined;
  }
}

/** Says why an attempt to connect is over and what the person can do now, also in place of its card's button. */
async function sayOver(turn: Turn, errand: Errand): Promise<void> {
  const end = attemptEndOf(errand);
  if (end === undefined) return;
  const text = turn.texts.ended(productName(turn, errand.integration), end.why, end.ref, contactIn(turn));
  await closeCard(turn, errand, 'over', text);
  await say(turn, text, sayable(turn, errand, AFTER_ATTEMPT[end.why]));
}
