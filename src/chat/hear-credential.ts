import { messageIdOf } from '../channels/message-id.ts';
import { type ChatSubmission, submitCredentialInChat } from '../flows/submit-credential.ts';
import type { Errand } from '../model/errand.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import type { SubmittedCard } from '../secrets/redact-secrets.ts';
import { heardElsewhere } from './heard-before.ts';
import { answer, say } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/** What a message with a code, a key or another secret was. */
export type Heard =
  /** There is none in it. */
  | 'nothing'
  | 'answered'
  /** It has completed an attempt to connect, which these waited for. */
  | { readonly completed: string; readonly errands: readonly Errand[] };

/**
 * A key or password, from a card or typed, that is already out of the activity.
 *
 * @param isTyped the message with it stays in the chat
 */
export async function hearCredential(turn: Turn, submitted: SubmittedCard, isTyped = false): Promise<Heard> {
  const { context, services, sender, texts } = turn;
  if (sender.status === 'refused') return answer(turn, texts.notAllowed(contactIn(turn)));
  const { owner, conversation } = sender;
  if (conversation.kind !== 'personal') {
    await sayGroupRefused(turn);
    return 'answered';
  }
  const submission = {
    owner,
    conversationKey: conversation.key,
    activityId: messageIdOf(context.activity),
    ...submitted,
  };
  const outcome = await submitCredentialInChat(services, submission);
  if (outcome.status === 'connected') {
    const { integration, account } = outcome.connection;
    const notes = [
      ...(outcome.trimmed && !isTyped ? [texts.trimmed] : []),
      texts.connected(productName(turn, integration), account.label, integration),
      ...(isTyped ? [texts.typedKeyStays] : []),
    ];
    await say(turn, notes.join(' '));
    return { completed: outcome.authorization.id, errands: outcome.errands };
  }
  if (outcome.status === 'connected_before') return 'answered';
  const attempt = await services.vault.authorizations.byId(submitted.authorizationId);
  if (outcome.status === 'gone') {
    if (await heardElsewhere(turn)) return 'answered';
    return answer(turn, texts.attemptGone, attempt === undefined ? [] : [texts.sayReconnect(attempt.integration)]);
  }
  const text = refusalText(turn, attempt?.integration ?? '', outcome);
  const isOver = outcome.status === 'withdrawn' || (outcome.status === 'refused' && outcome.triesLeft === 0);
  return isOver ? sayAttemptOver(turn, text) : answer(turn, text, [texts.sayStartOver, texts.sayCancel]);
}

function refusalText(
  turn: Turn,
  integration: string,
  outcome: Exclude<ChatSubmission, { status: 'connected' | 'connected_before' | 'gone' }>,
): string {
  const { texts, inWords } = turn;
  const product = productName(turn, integration);
  switch (outcome.status) {
    case 'invalid':
      return outcome.faults
        .map(({ field, reason }) => texts.invalidField(fieldInWords(field, inWords), reason))
        .join(' ');
    case 'refused':
      return texts.credentialRefused(product, outcome.triesLeft, outcome.elsewhere);
    case 'unreachable':
      return texts.productUnreachable(product);
    case 'withdrawn':
      return texts.ended(product, 'withdrawn', undefined, contactIn(turn));
  }
}
