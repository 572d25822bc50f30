import type { BeginOutcome } from '../flows/begin-outcome.ts';
import { causeOf } from '../model/cause-of.ts';
import type { Errand } from '../model/errand.ts';
import { AFTER_ATTEMPT } from '../model/next-step.ts';
import { askForAccess } from './ask-for-access.ts';
import { askQuestion } from './ask-question.ts';
import { productName, titleOf, whatOf } from './errand-title.ts';
import { inTime } from './in-time.ts';
import { sayable } from './next-steps.ts';
import { replaceCard } from './replace-card.ts';
import { say, sayResult } from './say.ts';
import { sayConnected } from './say-connected.ts';
import type { Talk } from './talk.ts';
import { contactIn, turnOf } from './turn.ts';

/** A link that was made just now. */
export interface Offer {
  readonly begun: Extract<BeginOutcome, { status: 'begun' | 'joined' }>;
  /** The question how to connect has said why. */
  readonly isChosen: boolean;
}

/**
 * Says what an errand owes and notes it. What cannot be said stays owed: another process says it. Gives the errand as it is
 * then.
 */
export async function sayOwed(talk: Talk, errand: Errand, offer?: Offer): Promise<Errand> {
  try {
    return await sayOwedOrFail(talk, errand, offer);
  } catch (error) {
    const { owes: words = '', tries = 0 } = errand;
    talk.authorizer.log({ event: 'words_failed', words, tries, cause: causeOf(error) });
    return errand;
  }
}

/** The same, for a turn that exists only to say it. */
export async function sayOwedOrFail(talk: Talk, errand: Errand, offer?: Offer): Promise<Errand> {
  if (errand.owes === undefined) return errand;
  const { errands } = talk.authorizer;
  const at = errands.now();
  const card = await inTime(speak(talk, errand, offer));
  return (await errands.move(errand, { type: 'said', at, ...(card === undefined ? {} : { card }) })) ?? errand;
}

async function speak(talk: Talk, errand: Errand, offer: Offer | undefined): Promise<Errand['card']> {
  const { context, authorizer } = talk;
  const { texts } = turnOf(context);
  switch (errand.owes) {
    case 'question':
      return errand.status === 'asking' ? askQuestion(talk, errand, errand.ask) : undefined;
    case 'access':
      return offer && sayAccess(talk, errand, offer);
    case 'connected':
      await tellConnected(talk, errand);
      return undefined;
    case 'attempt_over':
      await sayOver(talk, errand);
      return undefined;
    case 'result':
      if (errand.status === 'answered') await sayResult(context, authorizer, errand, errand.result);
      return undefined;
    case 'cancelled':
      await closeCard(talk, errand, 'cancelled');
      await say(context, texts.cancelled(whatOf(errand, authorizer, turnOf(context))));
      return undefined;
    case 'too_old':
      await say(context, texts.tooOld, sayable(['ask_again'], errand, authorizer, turnOf(context)));
      return undefined;
    default:
      return undefined;
  }
}

async function sayAccess(talk: Talk, errand: Errand, { begun, isChosen }: Offer): Promise<Errand['card']> {
  const { context, authorizer } = talk;
  const { texts } = turnOf(context);
  const product = productName(authorizer, errand.integration);
  const isJoined = begun.others.length > 0;
  if (isJoined) await say(context, texts.joined(titleOf(errand, authorizer, turnOf(context)), product));
  if (begun.status === 'joined') {
    if (!isJoined) await say(context, texts.inBrowser(product), [texts.sayNewLink, texts.sayCancel]);
    return undefined;
  }
  for (const each of [errand, ...begun.others]) await closeCard(talk, each, 'replaced');
  const { reason = 'none', missingScopes } = errand.lacks ?? {};
  const isAskedOnPage = errand.status === 'waiting' && errand.isAskedOnPage === true;
  const why = isAskedOnPage ? ({ reason: 'asked_on_page' } as const) : { reason, missingScopes };
  const id = await askForAccess(context, authorizer, begun, isChosen ? undefined : why);
  return id === undefined ? undefined : { id, title: product };
}

async function tellConnected(talk: Talk, errand: Errand): Promise<void> {
  if (errand.status !== 'ready' || errand.connected === undefined) return;
  const { integration, conversation, connected } = errand;
  await closeCard(talk, errand, 'connected');
  await sayConnected(talk.context, talk.authorizer, { integration, conversation, ...connected });
}

/** Why an attempt to connect is over, with what can be done now in the place of its card's button. */
async function sayOver(talk: Talk, errand: Errand): Promise<void> {
  const { context, authorizer } = talk;
  const { texts } = turnOf(context);
  const end = endOf(errand);
  if (end === undefined) return;
  const product = productName(authorizer, errand.integration);
  const text = texts.ended(product, end.why, end.ref, contactIn(context, authorizer));
  await closeCard(talk, errand, 'over', text);
  await say(context, text, sayable(AFTER_ATTEMPT[end.why], errand, authorizer, turnOf(context)));
}

function endOf(errand: Errand) {
  if (errand.status === 'ended' && errand.reason !== undefined) return { why: errand.reason, ref: errand.ref };
  if (errand.status !== 'asking' || errand.ask.kind !== 'retry' || errand.ask.why === 'failed') return undefined;
  return { why: errand.ask.why, ref: errand.ask.ref };
}

/** A card that is over has no button any more. */
export async function closeCard(
  { context, authorizer }: Pick<Talk, 'context' | 'authorizer'>,
  { card, integration }: Pick<Errand, 'card' | 'integration'>,
  how: 'connected' | 'cancelled' | 'replaced' | 'over',
  text?: string,
): Promise<void> {
  if (card === undefined) return;
  await replaceCard(
    context,
    card.id,
    turnOf(context).texts.cardClosed(productName(authorizer, integration), how),
    text,
  );
}
