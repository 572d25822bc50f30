import { messageIdOf } from '../channels/message-id.ts';
import { burnCode, codeAwaited, confirmAuthorization } from '../flows/confirm-authorization.ts';
import { redact } from '../secrets/redact-secrets.ts';
import type { Heard } from './hear-credential.ts';
import { heardElsewhere } from './heard-before.ts';
import { say } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayConnected } from './say-connected.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/** A message that is a confirmation code, from whoever sent it. */
export async function hearCode(turn: Turn, code: string): Promise<Heard> {
  const { context, services, sender, texts } = turn;
  const answer = (text: string, next?: readonly string[]) => say(turn, text, next).then(() => 'answered' as const);
  if (sender.status === 'refused') return answer(texts.noCodeAwaited);
  const { owner, conversation } = sender;
  const outcome = await confirmAuthorization(services, {
    owner,
    conversationKey: conversation.key,
    activityId: messageIdOf(context.activity),
    code,
    inGroup: conversation.kind === 'group',
  });
  const product = 'integration' in outcome ? productName(turn, outcome.integration) : '';
  const isOver = outcome.status === 'over' || outcome.status === 'not_waiting';
  if (isOver && (await heardElsewhere(turn))) return 'answered';
  switch (outcome.status) {
    case 'not_waiting':
      return answer(texts.noCodeAwaited);
    case 'seen_by_others':
      return answer(texts.codeSeen(product));
    case 'other_conversation':
      return answer(texts.codeOfOtherChat(product));
    case 'over':
      return answer(texts.codeOver(product), [texts.sayReconnect(outcome.integration)]);
    case 'wrong': {
      const text = texts.wrongCode(outcome.triesLeft);
      if (outcome.triesLeft > 0) return answer(text, [texts.sayNewLink, texts.sayCancel]);
      await sayAttemptOver(turn, text);
      return 'answered';
    }
    case 'withdrawn':
      await sayAttemptOver(turn, texts.ended(product, 'withdrawn', undefined, contactIn(turn)));
      return 'answered';
    case 'connected': {
      const { integration, account } = outcome.connection;
      const otherSites = outcome.otherSites.map(({ name }) => name);
      await sayConnected(turn, { integration, account: account.label, otherSites, conversation });
      return { completed: outcome.authorization.id, errands: outcome.errands };
    }
  }
}

/**
 * Something like a code in a message that is more than that. It is no input of the bot's own code while one is awaited here,
 * and the person's own is burnt where others can read it.
 */
export async function hearCodeInside(turn: Turn, code: string): Promise<'nothing' | 'answered'> {
  const { context, services, sender, texts } = turn;
  if (sender.status === 'refused') return 'nothing';
  const { owner, conversation } = sender;
  const putBack = redact(context.activity);
  if (conversation.kind === 'group') {
    const outcome = await burnCode(services, { owner, code });
    if (outcome.status === 'seen_by_others') {
      await say(turn, texts.codeSeen(productName(turn, outcome.integration)));
      return 'answered';
    }
  } else {
    const awaited = await codeAwaited(services, { owner, conversationKey: conversation.key });
    if (awaited !== undefined) {
      await say(turn, texts.awaitingCode(productName(turn, awaited)), [texts.sayNewLink, texts.sayCancel]);
      return 'answered';
    }
  }
  putBack();
  return 'nothing';
}
