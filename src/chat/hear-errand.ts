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

/** What somebody else makes of a message that is not for the errand. */
export type Otherwise = () => Promise<Aside>;

export type Aside =
  /** It was answered; the errand's question is said again. */
  | 'answered'
  | 'unanswered'
  /** Something else has the floor now, or the errand is no longer asked about. */
  | 'left';

export type Heard = GoneOn | { readonly status: 'passed'; readonly over: ErrandOver };

/**
 * One message of the errand's owner, in order: an exact answer to the open question, then the words that always work, then a
 * free answer, and what is none of them is for somebody else.
 *
 * @returns `passed` where the message is not for it and it waits for nothing more than "retry"
 */
export async function hearErrand(turn: Turn, errand: Errand, otherwise: Otherwise): Promise<Heard> {
  const { context, progress } = turn;
  const { id } = context.activity;
  const before = progress.isHeard;
  progress.isHeard = true;
  // the channel delivered it twice
  if (id !== undefined && errand.heard.includes(id)) return { status: 'open', errand };
  const heard = await hearState(turn, errand, otherwise);
  if (heard.status === 'passed') progress.isHeard = before;
  return heard;
}

async function hearState(turn: Turn, errand: Errand, otherwise: Otherwise): Promise<Heard> {
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

/** The other version has asked, and only that one can read the answer: the person is told to say it again. */
async function hearForAnother(turn: Turn, errand: Errand): Promise<GoneOn> {
  const { services, texts } = turn;
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.cancelAlone.test(said)) return cancelSaid(turn, errand);
  if (isAboutConnections(said, services.declared, words)) await manage(turn);
  else await say(turn, texts.restarting, [texts.sayCancel]);
  return { status: 'open', errand };
}

/** Whoever was to run it has not yet: it runs now, and the message is still the bot's. */
async function hearReady(turn: Turn, errand: Errand): Promise<Heard> {
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.cancel.test(said)) return cancelSaid(turn, errand);
  const gone = await goOn(turn, errand);
  return gone.status === 'open' || words.again.test(said) ? gone : { status: 'passed', over: gone.over };
}

async function hearWaiting(
  turn: Turn,
  errand: Errand & { readonly status: 'waiting' },
  otherwise: Otherwise,
): Promise<GoneOn> {
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.cancel.test(said)) return cancelSaid(turn, errand);
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
  const said = saidIn(turn);
  const words = wordsOf(turn);
  if (words.cancel.test(said)) return cancelSaid(turn, errand);
  if (!words.again.test(said)) return { status: 'passed', over: givenUp(errand) };
  const again = await moveErrand(turn.services, errand, { type: 'again' });
  return again === undefined ? ELSEWHERE : goOn(turn, again, true);
}
