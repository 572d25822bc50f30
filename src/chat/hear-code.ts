import { messageIdOf } from '../channels/message-id.ts';
import { burnCode, codeAwaited, confirmAuthorization } from '../flows/confirm-authorization.ts';
import { redact } from '../secrets/redact-secrets.ts';
import type { Heard } from './hear-credential.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { answer } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayConnected } from './say-connected.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/** Handles a message that is a confirmation code, whoever sent it. */
export async function hearCode(turn: Turn, code: string): Promise<Heard> {
  const { context, services, sender, texts } = turn;
  if (sender.status === 'refused') return answer(turn, texts.noCodeAwaited);
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
      return answer(turn, texts.noCodeAwaited);
    case 'seen_by_others':
      return answer(turn, texts.codeSeen(product));
    case 'other_conversation':
      return answer(turn, texts.codeOfOtherChat(product));
    case 'over':
      return answer(turn, texts.codeOver(product), [texts.sayReconnect(outcome.integration)]);
    case 'wrong': {
      const text = texts.wrongCode(outcome.triesLeft);
      if (outcome.triesLeft === 0) return sayAttemptOver(turn, text);
      return answer(turn, text, [texts.sayNewLink, texts.sayCancel]);
    }
    case 'withdrawn':
      return sayAttemptOver(turn, texts.ended(product, 'withdrawn', undefined, contactIn(turn)));
    case 'connected': {
      const { integration, account } = outcome.connection;
      const otherSites = outcome.otherSites.map(({ name }) => name);
      await sayConnected(turn, { integration, conversation }, { account: account.label, otherSites });
      return { completed: outcome.authorization.id, errands: outcome.errands };
    }
  }
}

/**
 * Handles something like a code inside a longer message. The bot does not get it while we wait for a code here. In a group,
 * where others can read it, the person's own code stops working.
 */
export async function hearCodeInside(turn: Turn, code: string): Promise<'nothing' | 'answered'> {
  const { context, services, sender, texts } = turn;
  if (sender.status === 'refused') return 'nothing';
  const { owner, conversation } = sender;
  const putBack = redact(context.activity);
  if (conversation.kind === 'group') {
    const outcome = await burnCode(services, { owner, code });
    if (outcome.status === 'seen_by_others') {
      return answer(turn, texts.codeSeen(productName(turn, outcome.integration)));
    }
  } else {
    const awaited = await codeAwaited(services, { owner, conversationKey: conversation.key });
    if (awaited !== undefined) {
      return answer(turn, texts.awaitingCode(productName(turn, awaited)), [texts.sayNewLink, texts.sayCancel]);
    }
  }
  putBack();
  return 'nothing';
}
