import { settledWithin } from '../flows/by-deadline.ts';
import { minutesUntilErrand } from '../flows/errand-limits.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import { moveErrand } from '../flows/move-errand.ts';
import { concludeErrand, type ErrandRun, runErrand } from '../flows/run-errand.ts';
import { causeOf } from '../model/cause-of.ts';
import type { ErrandOver, NotConnected } from '../model/conversed.ts';
import { type Ask, type Errand, SEND_WITHIN } from '../model/errand.ts';
import { resultOver } from '../model/errand-over.ts';
import { askAccess } from './ask-access.ts';
import { sayable } from './next-steps.ts';
import { say } from './say.ts';
import { sayOwed } from './say-owed.ts';
import { sayResult } from './say-result.ts';
import type { Turn } from './turn.ts';

/** How far an errand got. */
export type GoneOn =
  /** It asks something or waits for something. */
  { readonly status: 'open'; readonly errand: Errand } | { readonly status: 'over'; readonly over: ErrandOver };

/** Another process has taken the errand. */
export const ELSEWHERE = { status: 'over', over: { status: 'elsewhere' } } as const satisfies GoneOn;

/** There is no connection, and the bot no longer asks for one. */
export function notConnected(why: NotConnected): GoneOn {
  return { status: 'over', over: { status: 'not_connected', why } };
}

/**
 * Runs an errand to its next stop: the answer, a question, or the prompt to connect.
 *
 * @param retry the person said "retry"
 */
export async function goOn(turn: Turn, errand: Errand, retry = false, ahead?: ReadAhead): Promise<GoneOn> {
  const gone = await runOn(turn, errand, retry, ahead);
  // dialogs look there, even those below the active one
  if (gone.status === 'over') turn.over.set(errand.id, gone.over);
  return gone;
}

async function runOn(turn: Turn, errand: Errand, retry: boolean, ahead?: ReadAhead): Promise<GoneOn> {
  if (errand.actionId === undefined) return askAccess(turn, errand, { retry });
  const ran = await runErrand(turn.services, errand, ahead);
  switch (ran.status) {
    case 'taken':
      return ELSEWHERE;
    case 'needs':
      return askAccess(turn, ran.errand, { lacks: ran.lacks, retry });
    case 'asks':
      // the form's own conditions hide all of its questions
      if (ran.ask.kind === 'form' && ran.ask.at >= ran.ask.questions.length) {
        return runOn(turn, { ...errand, isFilledIn: true }, false);
      }
      return ask(turn, ran.errand, ran.ask);
    case 'ran':
      return conclude(turn, errand, ran);
  }
}

/** Says so and gives the errand up if too many others are open where the person is. */
export async function giveUpIfCrowded(turn: Turn, errand: Errand): Promise<GoneOn | undefined> {
  const { services, texts } = turn;
  const minutes = errand.version > 0 ? undefined : await minutesUntilErrand(services, errand.owner);
  if (minutes === undefined) return undefined;
  await say(turn, texts.tooMany(minutes), sayable(turn, errand, ['ask_again']));
  return notConnected('too_many');
}

/** Asks something, and goes on when it is answered. */
export async function ask(turn: Turn, errand: Errand, question: Ask): Promise<GoneOn> {
  const crowded = await giveUpIfCrowded(turn, errand);
  if (crowded !== undefined) return crowded;
  const asked = await moveErrand(turn.services, errand, { type: 'asks', ask: question });
  return asked === undefined ? ELSEWHERE : { status: 'open', errand: await sayOwed(turn, asked) };
}

/** Says the open question again, without what was wrong with an earlier answer. */
export async function askAgain(turn: Turn, errand: Errand): Promise<GoneOn> {
  if (errand.status !== 'asking') return { status: 'open', errand };
  const again = await ask(turn, errand, withoutProblem(errand.ask));
  return again === ELSEWHERE ? { status: 'open', errand } : again;
}

function withoutProblem(ask: Ask): Ask {
  if (ask.kind !== 'input') return ask;
  const { problem: _, ...question } = ask;
  return question;
}

type Ran = Extract<ErrandRun, { status: 'ran' }>;

async function conclude(turn: Turn, before: Errand, { errand, result }: Ran): Promise<GoneOn> {
  const hadRow = before.version > 0;
  const saidAt = hadRow ? undefined : await trySaying(turn, errand, result);
  const isToBeKept = errand.version > 0 || saidAt === undefined || (result.status === 'failed' && result.retry);
  const concluded = isToBeKept ? await concludeErrand(turn.services, errand, result, saidAt) : undefined;
  // it cannot be stored any more, so at least say it
  if (hadRow && concluded === undefined) await trySaying(turn, errand, result);
  const now = hadRow && concluded !== undefined ? await sayConcluded(turn, concluded) : concluded;
  // the errand stays open as long as it offers "retry"
  return now?.status === 'asking' ? { status: 'open', errand: now } : { status: 'over', over: resultOver(result) };
}

/** A silent errand's dialog shows the result itself, but never a failure. */
async function sayConcluded(turn: Turn, errand: Errand): Promise<Errand> {
  const isDone = errand.status === 'answered' && errand.result.status === 'done';
  if (errand.isSilent !== true || !isDone) return sayOwed(turn, errand);
  const { services } = turn;
  return (await moveErrand(services, errand, { type: 'said', at: services.now() })) ?? errand;
}

/** Returns when it was said; undefined if the channel did not accept it. */
async function trySaying(turn: Turn, errand: Errand, result: Ran['result']): Promise<number | undefined> {
  const { services } = turn;
  const at = services.now();
  if (errand.isSilent === true && result.status === 'done') return at;
  try {
    await settledWithin(SEND_WITHIN, sayResult(turn, errand, result));
    return at;
  } catch (error) {
    services.log({ event: 'words_failed', words: 'result', tries: 0, cause: causeOf(error) });
    return undefined;
  }
}
