import { isAboutConnections } from '../flows/connections-asked.ts';
import { knowsActionOf } from '../flows/errand-action.ts';
import { moveErrand } from '../flows/move-errand.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import { givenUp, overOf } from '../model/errand-over.ts';
import { askAccess } from './ask-access.ts';
import { cancelSaid } from './cancel-said.ts';
import { ELSEWHERE, type GoneOn, goOn } from './go-on.ts';
import { hearQuestion } from './hear-question.ts';
import { manage } from './manage-connections.ts';
import { remind } from './remind.ts';
import { say } from './say.ts';
import { sayOwed } from './say-owed.ts';
import { saidIn, type Turn, wordsOf } from './turn.ts';

/** Offers a message that is not for the errand to the bot. */
export type Otherwise = () => Promise<Aside>;

export type Aside =
  /** The bot answered it; the errand's question is asked again. */
  | 'answered'
  | 'unanswered'
  /** Something else has the floor now, or the errand's question is not repeated. */
  | 'left';

export type Heard = GoneOn | { readonly status: 'passed'; readonly over: ErrandOver };

/**
 * Handles one message of the errand's owner. It is, in this order: an exact answer to the open question, a word that always
 * works, a free answer, or for the bot.
 *
 * @returns `passed` if the message is not for the errand and the errand waits for nothing but "retry", or has ended
 */
export async function hearErrand(turn: Turn, errand: Errand, otherwise: Otherwise): Promise<Heard> {
  const { context, progress } = turn;
  const { id } = context.activity;
  const before = progress.isHeard;
  progress.isHeard = true;
  // the channel has delivered it twice
  if (id !== undefined && errand.heard.includes(id)) return { status: 'open', errand };
  const heard = await hearState(turn, errand, otherwise);
  if (heard.status === 'passed') progress.isHeard = before;
  return heard;
}

async function hearState(turn: Turn, errand: Errand, otherwise: Otherwise): Promise<Heard> {
  if (asksNothing(errand) && wordsOf(turn).cancel.test(saidIn(turn))) return cancelSaid(turn, errand);
  switch (errand.status) {
    case 'asking':
      if (errand.ask.kind === 'retry') return hearRetry(turn, errand);
      if (!knowsActionOf(turn.services, errand)) return hearForAnother(turn, errand);
      return hearQuestion(turn, errand, otherwise);
    case 'waiting':
      return hearWaiting(turn, errand, otherwise);
    case 'ready':
      return hearReady(turn, errand);
    case 'running':
      await otherwise();
      return { status: 'open', errand };
    case 'answered': {
      const said = await sayOwed(turn, errand);
      const over = overOf(said);
      return over === undefined ? { status: 'open', errand: said } : { status: 'over', over };
    }
    case 'ended':
      return { status: 'passed', over: overOf(errand) ?? ELSEWHERE.over };
  }
}

/** The errand waits for no answer, so every word that cancels works. */
function asksNothing(errand: Errand): boolean {
  const { status } = errand;
  return status === 'waiting' || status === 'ready' || (status === 'asking' && errand.ask.kind === 'retry');
}

/** Another version of the bot has asked, and only that one can read the answer: asks the person to send it again. */
async function hearForAnother(turn: Turn, errand: Errand): Promise<GoneOn> {
  const { services, texts } = turn;
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.cancelAlone.test(said)) return cancelSaid(turn, errand);
  if (isAboutConnections(said, services.declared, words)) await manage(turn);
  else await say(turn, texts.restarting, [texts.sayCancel]);
  return { status: 'open', errand };
}

/** Nobody has run it yet: runs it now, and leaves the message to the bot. */
async function hearReady(turn: Turn, errand: Errand): Promise<Heard> {
  const gone = await goOn(turn, errand);
  return gone.status === 'open' || wordsOf(turn).again.test(saidIn(turn))
    ? gone
    : { status: 'passed', over: gone.over };
}

async function hearWaiting(
  turn: Turn,
  errand: Errand & { readonly status: 'waiting' },
  otherwise: Otherwise,
): Promise<GoneOn> {
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.again.test(said)) {
    return knowsActionOf(turn.services, errand)
      ? askAccess(turn, errand, { restart: true })
      : hearForAnother(turn, errand);
  }
  const isHelp = words.help.test(said);
  if (isHelp || (await otherwise()) === 'unanswered') await remind(turn, errand, isHelp);
  return { status: 'open', errand };
}

async function hearRetry(turn: Turn, errand: Errand): Promise<Heard> {
  if (!wordsOf(turn).again.test(saidIn(turn))) return { status: 'passed', over: givenUp(errand) };
  const again = await moveErrand(turn.services, errand, { type: 'again', activityId: turn.context.activity.id });
  return again === undefined ? ELSEWHERE : goOn(turn, again, true);
}
