import { settledWithin } from '../flows/by-deadline.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import { moveErrand } from '../flows/move-errand.ts';
import { concludeErrand, type ErrandRun, runErrand } from '../flows/run-errand.ts';
import { causeOf } from '../model/cause-of.ts';
import type { ErrandOver, NotConnected } from '../model/conversed.ts';
import { type Ask, type Errand, SEND_WITHIN } from '../model/errand.ts';
import { resultOver } from '../model/errand-over.ts';
import { askAccess } from './ask-access.ts';
import { sayOwed } from './say-owed.ts';
import { sayResult } from './say-result.ts';
import type { Turn } from './turn.ts';

/** Where an errand is after it went on. */
export type GoneOn =
  /** Something is asked or awaited. */
  { readonly status: 'open'; readonly errand: Errand } | { readonly status: 'over'; readonly over: ErrandOver };

/** Another process has it, or had it. */
export const ELSEWHERE = { status: 'over', over: { status: 'elsewhere' } } as const satisfies GoneOn;

/** There is no connection, and none is asked for any more. */
export function notConnected(why: NotConnected): GoneOn {
  return { status: 'over', over: { status: 'not_connected', why } };
}

/**
 * Runs an errand to its next stop: the answer, a question, or the prompt to connect.
 *
 * @param retry the person tries again
 */
export async function goOn(turn: Turn, errand: Errand, retry = false, ahead?: ReadAhead): Promise<GoneOn> {
  const gone = await runOn(turn, errand, retry, ahead);
  // dialogs find it there, also those below the one that is active
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
      // all that the product asks is hidden by its own conditions
      if (ran.ask.kind === 'form' && ran.ask.at >= ran.ask.questions.length) {
        return runOn(turn, { ...errand, isFilledIn: true }, false);
      }
      return ask(turn, ran.errand, ran.ask);
    case 'ran':
      return conclude(turn, errand, ran);
  }
}

/** Asks something, and goes on when it is answered. */
export async function ask(turn: Turn, errand: Errand, question: Ask): Promise<GoneOn> {
  const asked = await moveErrand(turn.services, errand, { type: 'asks', ask: question });
  return asked === undefined ? ELSEWHERE : { status: 'open', errand: await sayOwed(turn, asked) };
}

/** Says the open question once more, without what was wrong with an earlier answer. */
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
  // nobody can note it: at least it is said
  if (hadRow && concluded === undefined) await trySaying(turn, errand, result);
  const now = hadRow && concluded !== undefined ? await sayConcluded(turn, concluded) : concluded;
  // trying again is offered while it is open
  return now?.status === 'asking' ? { status: 'open', errand: now } : { status: 'over', over: resultOver(result) };
}

/** A dialog that says the result itself has it from this turn; what failed is said all the same. */
async function sayConcluded(turn: Turn, errand: Errand): Promise<Errand> {
  const isDone = errand.status === 'answered' && errand.result.status === 'done';
  if (errand.isSilent !== true || !isDone) return sayOwed(turn, errand);
  const { services } = turn;
  return (await moveErrand(services, errand, { type: 'said', at: services.now() })) ?? errand;
}

/** When it was said; undefined where the channel did not take it. */
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
