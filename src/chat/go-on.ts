import type { ReadAhead } from '../flows/find-credential.ts';
import type { ErrandRun } from '../flows/run-errand.ts';
import { causeOf } from '../model/cause-of.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Ask, Errand } from '../model/errand.ts';
import { overOf, resultOver } from '../model/errand-over.ts';
import { askAccess } from './ask-access.ts';
import { inTime } from './in-time.ts';
import { sayResult } from './say.ts';
import { sayOwed } from './say-owed.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

/** Where an errand is after it went on. */
export type GoneOn =
  /** Something is asked or awaited. */
  { readonly status: 'open'; readonly errand: Errand } | { readonly status: 'over'; readonly over: ErrandOver };

export interface How {
  /** False for a new one: it has no row until it asks something or is about to change something. */
  readonly isStored: boolean;
  /** The person tries again. */
  readonly retry?: boolean;
  readonly ahead?: ReadAhead | undefined;
}

/** Runs an errand to its next stop: the answer, a question, or the prompt to connect. */
export async function goOn(talk: Talk, errand: Errand, how: How): Promise<GoneOn> {
  const gone = await runOn(talk, errand, how);
  // dialogs find it there, also those below the one that is active
  if (gone.status === 'over') turnOf(talk.context).over.set(errand.id, gone.over);
  return gone;
}

async function runOn(talk: Talk, errand: Errand, { isStored, retry = false, ahead }: How): Promise<GoneOn> {
  if (errand.actionId === undefined) {
    return askAccess(talk, errand, { lacks: errand.lacks ?? { reason: 'none' }, isStored, retry });
  }
  const ran = await talk.authorizer.errands.run(errand, { isStored, ahead });
  switch (ran.status) {
    case 'taken':
      return { status: 'over', over: { status: 'elsewhere' } };
    case 'needs':
      return askAccess(talk, ran.errand ?? errand, {
        lacks: ran.lacks,
        isStored: isStored || ran.errand !== undefined,
        retry,
      });
    case 'asks':
      if (ran.ask.kind === 'form' && ran.ask.at >= ran.ask.questions.length) {
        return runOn(talk, { ...errand, isFilledIn: true }, { isStored });
      }
      return ask(talk, ran.errand ?? errand, isStored || ran.errand !== undefined, ran.ask);
    case 'ran':
      return conclude(talk, errand, ran, isStored);
  }
}

type Ran = Extract<ErrandRun, { status: 'ran' }>;

async function conclude(talk: Talk, errand: Errand, ran: Ran, isStored: boolean): Promise<GoneOn> {
  const { errands } = talk.authorizer;
  const { result } = ran;
  const over = resultOver(result);
  if (isStored && ran.errand !== undefined) {
    const concluded = await errands.conclude(ran.errand, result);
    // nobody can note it: at least it is said
    const said = concluded === undefined ? await trySaying(talk, errand, result) : await sayConcluded(talk, concluded);
    return typeof said === 'object' && overOf(said) === undefined
      ? { status: 'open', errand: said }
      : { status: 'over', over };
  }
  const saidAt = await trySaying(talk, errand, result);
  if (ran.errand !== undefined) {
    const concluded = await errands.conclude(ran.errand, result, saidAt);
    return stopAt(concluded, over);
  }
  const mayGoOn = result.status === 'failed' && result.retry;
  if (saidAt !== undefined && !mayGoOn) return { status: 'over', over };
  return stopAt(await errands.keep(errand, result, saidAt), over);
}

/** Trying again is offered while it is open. */
function stopAt(errand: Errand | undefined, over: ErrandOver): GoneOn {
  return errand?.status === 'asking' ? { status: 'open', errand } : { status: 'over', over };
}

/** A dialog that says the result itself has it from this turn; what failed is said all the same. */
async function sayConcluded(talk: Talk, errand: Errand): Promise<Errand> {
  const isDone = errand.status === 'answered' && errand.result.status === 'done';
  if (errand.isSilent !== true || !isDone) return sayOwed(talk, errand);
  const { errands } = talk.authorizer;
  return (await errands.move(errand, { type: 'said', at: errands.now() })) ?? errand;
}

/** When it was said; undefined where the channel did not take it. */
async function trySaying(talk: Talk, errand: Errand, result: Ran['result']): Promise<number | undefined> {
  const { context, authorizer } = talk;
  const at = authorizer.errands.now();
  if (errand.isSilent === true && result.status === 'done') return at;
  try {
    await inTime(sayResult(context, authorizer, errand, result));
    return at;
  } catch (error) {
    authorizer.log({ event: 'words_failed', words: 'result', tries: 0, cause: causeOf(error) });
    return undefined;
  }
}

async function ask(talk: Talk, errand: Errand, isStored: boolean, question: Ask): Promise<GoneOn> {
  const { errands } = talk.authorizer;
  const asks = { type: 'asks', ask: question } as const;
  const asked = isStored ? await errands.move(errand, asks) : await errands.begin(errand, asks);
  if (asked === undefined) return { status: 'over', over: { status: 'elsewhere' } };
  return { status: 'open', errand: await sayOwed(talk, asked) };
}
