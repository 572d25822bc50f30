import type { Authorizer } from '../authorizer.ts';
import type { Errand, ErrandResult } from '../model/errand.ts';
import { AFTER_FAILURE, type NextStep } from '../model/next-step.ts';
import type { Texts } from '../texts/texts.ts';

/** What can be said next, in words that are heard. */
export function sayable(
  steps: readonly NextStep[],
  errand: Pick<Errand, 'actionId' | 'integration'>,
  authorizer: Authorizer,
  texts: Texts,
): readonly string[] {
  const { actionId, integration } = errand;
  const title = actionId === undefined ? undefined : authorizer.action(actionId)?.title;
  const words: Readonly<Record<NextStep, string>> = {
    retry: texts.sayRetry,
    reconnect: texts.sayReconnect(integration),
    ask_again: title ?? texts.sayReconnect(integration),
  };
  return [...new Set(steps.map((step) => words[step]))];
}

/** After an action that did not come to its answer. */
export function stepsAfter(result: Exclude<ErrandResult, { readonly status: 'done' }>): readonly NextStep[] {
  if (result.status === 'unsure') return AFTER_FAILURE.unsure;
  return AFTER_FAILURE[result.why];
}
