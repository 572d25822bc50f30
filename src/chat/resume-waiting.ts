import type { Authorizer } from '../authorizer.ts';
import { say, sayFailure, show, showAnswer } from './say.ts';
import type { ChatTurn } from './sdk.ts';

/** Runs everything that waits for a connection and that no dialog took, in the order it was asked for; each once. */
export async function resumeWaiting(context: ChatTurn, authorizer: Authorizer, authorizationId: string): Promise<void> {
  const waiting = await authorizer.pendingActionsOf(authorizationId);
  for (const { id, status } of waiting) {
    if (status === 'waiting') await resumeOne(context, authorizer, id);
  }
}

async function resumeOne(context: ChatTurn, authorizer: Authorizer, pendingActionId: string): Promise<void> {
  const { texts } = authorizer;
  const resumed = await authorizer.resumeAction({ pendingActionId });
  if (resumed.status === 'taken') return;
  const action = authorizer.action(resumed.action.actionId);
  if (action === undefined) return;
  if (resumed.status === 'too_old') {
    await say(context, texts.tooOld);
    return;
  }
  const { outcome } = resumed;
  if (outcome.status === 'done') await showAnswer(context, authorizer, action, outcome);
  else if (outcome.status === 'needs_answers') await say(context, texts.needsDialog(action.title));
  else if (outcome.status === 'input_refused')
    await show(context, { text: texts.inputProblem(outcome.problem), choices: outcome.choices });
  else if (outcome.status === 'failed') await sayFailure(context, authorizer, action, outcome, 'nothing');
  else await say(context, texts.stillRefused(authorizer.integration(action.integration)?.name ?? action.integration));
}
