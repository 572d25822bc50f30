import { nameOf } from '../model/cause-of.ts';
import type { Ask, Errand, ErrandResult, Lacks } from '../model/errand.ts';
import { nextPlace } from '../model/form-question.ts';
import { AFTER_FAILURE } from '../model/next-step.ts';
import type { ReadAhead } from './find-credential.ts';
import { keptResult } from './kept-result.ts';
import { moveErrand, moveLatest } from './move-errand.ts';
import { type RunInput, type RunOutcome, runAction } from './run-action.ts';
import type { Services } from './services.ts';

/** `errand`: as it is after the run. */
export type ErrandRun =
  /** The action's output. */
  | { readonly status: 'ran'; readonly result: ErrandResult; readonly errand: Errand }
  /** Questions of the product, or an input that has to be asked for again. */
  | { readonly status: 'asks'; readonly ask: Ask; readonly errand: Errand }
  | { readonly status: 'needs'; readonly lacks: Lacks; readonly errand: Errand }
  /** Another process runs it or ran it, or the same message began it before. */
  | { readonly status: 'taken' };

/**
 * Runs an errand at most once. It is claimed, or stored for the first time, when everything is ready and before the product
 * is called. An errand that only reads and has asked nothing is not stored at all.
 */
export async function runErrand(services: Services, errand: Errand, ahead?: ReadAhead): Promise<ErrandRun> {
  const action = services.actions.get(errand.actionId ?? '');
  if (action === undefined) return { status: 'taken' };
  const keepsRow = errand.version > 0 || action.effect !== 'read';
  let run = errand;
  const claim = async (): Promise<boolean> => {
    const claimed = await moveErrand(services, errand, { type: 'claim', holder: services.processId });
    run = claimed ?? errand;
    return claimed !== undefined;
  };
  const input: RunInput = {
    owner: errand.owner,
    action,
    input: errand.input,
    ahead,
    idempotencyKey: errand.id,
    locale: errand.conversation.locale,
    answers: errand.isFilledIn === true ? errand.answers : undefined,
    before: keepsRow ? claim : undefined,
  };
  const outcome = await runAction(services, input);
  switch (outcome.status) {
    case 'stopped':
      return { status: 'taken' };
    case 'needs_answers': {
      const { questions } = outcome;
      return { status: 'asks', ask: { kind: 'form', questions, at: nextPlace(questions, 0, {}) }, errand: run };
    }
    case 'input_refused': {
      const { status: _, input: name, ...said } = outcome;
      return { status: 'asks', ask: { kind: 'input', name, ...said }, errand: run };
    }
    case 'needs_authorization': {
      const { status: _, ...lacks } = outcome;
      if (errand.isConnected === true) return { status: 'ran', result: stillRefused(), errand: run };
      return { status: 'needs', lacks, errand: run };
    }
    default:
      return { status: 'ran', result: resultOf(outcome), errand: run };
  }
}

/**
 * Stores the result. If that fails, the result is unknown from then on, and the person is asked to check.
 *
 * @param saidAt when the result was said. Absent if it still has to be
 */
export async function concludeErrand(
  services: Services,
  errand: Errand,
  result: ErrandResult,
  saidAt?: number,
): Promise<Errand | undefined> {
  const outcome = { type: 'outcome', holder: services.processId, result: keptResult(result, errand) } as const;
  // it failed before it was claimed
  const claim = errand.status === 'ready' ? [{ type: 'claim', holder: services.processId } as const] : [];
  const said = saidAt === undefined ? [] : [{ type: 'said', at: saidAt } as const];
  try {
    return await moveLatest(services, errand, [...claim, outcome, ...said]);
  } catch (error) {
    const name = nameOf(error);
    services.log({ event: 'outcome_lost', errand: errand.id, error: name });
    return undefined;
  }
}

function resultOf(outcome: Extract<RunOutcome, { status: 'done' | 'failed' }>): ErrandResult {
  switch (outcome.status) {
    case 'done':
      return outcome;
    case 'failed': {
      const { why, ref, text, retryAfter } = outcome;
      return {
        status: 'failed',
        why,
        ref,
        ...(text === undefined ? {} : { text }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
        retry: AFTER_FAILURE[why].includes('retry'),
      };
    }
  }
}

function stillRefused(): ErrandResult {
  return { status: 'failed', why: 'still_refused', ref: '', retry: true };
}
