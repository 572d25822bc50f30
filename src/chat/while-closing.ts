import type { InvokeAnswer } from '../channels/activity.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { say } from './say.ts';
import { setTurn, type Turn } from './turn.ts';

/**
 * The process is about to end. We know of no channel that delivers a refused message again, so its writer is asked to send it
 * again; an `invoke` is refused with 503, and anything else is dropped. Secrets are removed all the same.
 */
export async function refuseWhileClosing(turn: Turn): Promise<void> {
  const { context, texts } = setTurn(turn);
  const { type } = context.activity;
  redact(context.activity);
  if (type === 'message') await say(turn, texts.restarting);
  if (type === 'invoke') await context.sendActivity(NOT_NOW);
}

const NOT_NOW: InvokeAnswer = { type: 'invokeResponse', value: { status: 503 } };
