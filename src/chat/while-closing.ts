import type { InvokeAnswer, TurnActivity } from '../channels/activity.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { say } from './say.ts';
import { setTurn, type Turn } from './turn.ts';

/**
 * The process is about to end. No channel is known to deliver a refused message again, so whoever wrote one reads that it was not
 * heard; an `invoke` is refused with 503, and anything else that arrives is dropped. A secret in it is in nobody's hands.
 */
export async function refuseWhileClosing(turn: Turn): Promise<void> {
  const { context, texts } = setTurn(turn);
  const { type } = context.activity;
  redact(context.activity);
  if (type === 'message') await say(turn, texts.restarting);
  if (type === 'invoke') await context.sendActivity(NOT_NOW);
}

const NOT_NOW: InvokeAnswer = { type: 'invokeResponse', value: { status: 503 } };

/** A turn that nobody's message began: the bot goes on with something, which closing waits for where we began it. */
export function isContinued({ type, name }: TurnActivity): boolean {
  return type === 'event' && name === 'ContinueConversation';
}
