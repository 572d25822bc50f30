import type { Authorizer } from '../authorizer.ts';
import type { Errand } from '../model/errand.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { productName } from './errand-title.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { messageIdOf } from './message-id.ts';
import { say } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayConnected } from './say-connected.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { contactIn, turnOf } from './turn.ts';

/** What this message has completed, and what waited for it. */
export interface Completed {
  readonly completed: string;
  readonly errands: readonly Errand[];
}

/** A message that is a confirmation code, from whoever sent it. */
export async function hearCode(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  code: string,
): Promise<'answered' | Completed> {
  const { texts } = turnOf(context);
  const answer = (text: string, next?: readonly string[]) => say(context, text, next).then(() => 'answered' as const);
  if (sender.status === 'refused') return answer(texts.noCodeAwaited);
  const { key: conversationKey, kind } = sender.conversation;
  const inGroup = kind === 'group';
  const { owner } = sender;
  const activityId = messageIdOf(context.activity);
  const outcome = await authorizer.confirmAuthorization({ owner, conversationKey, activityId, code, inGroup });
  const product = 'integration' in outcome ? productName(authorizer, outcome.integration) : '';
  const isOver = outcome.status === 'over' || outcome.status === 'not_waiting';
  if (isOver && (await heardElsewhere(authorizer, context, sender))) return 'answered';
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
      await sayAttemptOver(authorizer, context, sender, text);
      return 'answered';
    }
    case 'withdrawn':
      await sayAttemptOver(
        authorizer,
        context,
        sender,
        texts.ended(product, 'withdrawn', undefined, contactIn(context, authorizer)),
      );
      return 'answered';
    case 'connected': {
      const { integration, account } = outcome.connection;
      await sayConnected(context, authorizer, {
        integration,
        account: account.label,
        otherSites: outcome.otherSites.map(({ name }) => name),
        conversation: sender.conversation,
      });
      return { completed: outcome.authorization.id, errands: outcome.errands };
    }
  }
}

/**
 * Something like a code in a message that is more than that. It is no input of the bot's own code while one is awaited here,
 * and the person's own is burnt where others can read it.
 */
export async function hearCodeInside(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  code: string,
): Promise<'nothing' | 'answered'> {
  if (sender.status === 'refused') return 'nothing';
  const { owner, conversation } = sender;
  const { texts } = turnOf(context);
  const putBack = redact(context.activity);
  if (conversation.kind === 'group') {
    const outcome = await authorizer.burnCode({ owner, code });
    if (outcome.status === 'seen_by_others') {
      await say(context, texts.codeSeen(productName(authorizer, outcome.integration)));
      return 'answered';
    }
  } else {
    const awaited = await authorizer.codeAwaited({ owner, conversationKey: conversation.key });
    if (awaited !== undefined) {
      await say(context, texts.awaitingCode(productName(authorizer, awaited)), [texts.sayNewLink, texts.sayCancel]);
      return 'answered';
    }
  }
  putBack();
  return 'nothing';
}
