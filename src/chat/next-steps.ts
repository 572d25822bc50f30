import { actionOf } from '../flows/errand-action.ts';
import type { Errand } from '../model/errand.ts';
import type { NextStep } from '../model/next-step.ts';
import type { Turn } from './turn.ts';

/** What the person can say next, in words of their language that the bot understands. */
export function sayable(
  { services, texts, inWords }: Turn,
  errand: Pick<Errand, 'actionId' | 'integration'>,
  steps: readonly NextStep[],
): readonly string[] {
  const title = actionOf(services, errand)?.title;
  const reconnect = texts.sayReconnect(errand.integration);
  const words: Readonly<Record<NextStep, string>> = {
    retry: texts.sayRetry,
    reconnect,
    ask_again: title === undefined ? reconnect : inWords(title),
  };
  return [...new Set(steps.map((step) => words[step]))];
}
