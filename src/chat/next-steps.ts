import type { Authorizer } from '../authorizer.ts';
import type { Errand, ErrandResult } from '../model/errand.ts';
import { AFTER_FAILURE, type NextStep } from '../model/next-step.ts';
import type { Turn } from './turn.ts';

/** What the person can say next, in words that the bot understands in their language. */
export function sayable(
  steps: readonly NextStep[],
  errand: Pick<Errand, 'actionId' | 'integration'>,
  authorizer: Authorizer,
  { texts, inWords }: Pick<Turn, 'texts' | 'inWords'>,
): readonly string[] {
  const title = authorizer.action(errand.actionId ?? '')?.title;
  const reconnect = texts.sayReconnect(errand.integration);
  const words: Readonly<Record<NextStep, string>> = {
    retry: texts.sayRetry,
    reconnect,
    ask_again: title === undefined ? reconnect : inWords(title),
  };
  return [...new Set(steps.map((step) => words[step]))];
}

/** After an action that did not come to its answer. */
export function stepsAfter(result: Exclude<ErrandResult, { readonly status: 'done' }>): readonly NextStep[] {
  if (result.status === 'unsure') return AFTER_FAILURE.unsure;
  return AFTER_FAILURE[result.why];
}
