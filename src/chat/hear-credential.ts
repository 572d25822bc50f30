import { messageIdOf } from '../channels/message-id.ts';
import { submitCredentialInChat } from '../flows/submit-credential.ts';
import type { Errand } from '../model/errand.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import type { SubmittedCard } from '../secrets/redact-secrets.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { answer, say } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/** What happened to a message that may hold a code, a key or another secret. */
export type Heard =
  /** It holds none. */
  | 'nothing'
  | 'answered'
  /** It completed this attempt to connect, for which these errands waited. */
  | { readonly completed: string; readonly errands: readonly Errand[] };

/**
 * Handles a key or password from a card or a message; it is already out of the activity.
 *
 * @param isTyped it came as a message, which stays in the chat
 */
export async function hearCredential(turn: Turn, submitted: SubmittedCard, isTyped = false): Promise<Heard> {
  const { context, services, sender, texts, inWords } = turn;
  if (sender.status === 'refused') return answer(turn, texts.notAllowed(contactIn(turn)));
  const { owner, conversation } = sender;
  if (conversation.kind !== 'personal') {
    await sayGroupRefused(turn);
    return 'answered';
  }
  const outcome = await submitCredentialInChat(services, {
    owner,
    conversationKey: conversation.key,
    activityId: messageIdOf(context.activity),
    ...submitted,
  });
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
  const product = productName(turn, attempt?.integration ?? '');
  const next = [texts.sayStartOver, texts.sayCancel];
  switch (outcome.status) {
    case 'gone':
      if (await heardElsewhere(turn)) return 'answered';
      return answer(turn, texts.attemptGone, attempt === undefined ? [] : [texts.sayReconnect(attempt.integration)]);
    case 'withdrawn':
      return sayAttemptOver(turn, texts.ended(product, 'withdrawn', undefined, contactIn(turn)));
    case 'unreachable':
      return answer(turn, texts.productUnreachable(product), next);
    case 'invalid': {
      const faults = outcome.faults.map((one) => texts.invalidField(fieldInWords(one.field, inWords), one.reason));
      return answer(turn, faults.join(' '), next);
    }
    case 'refused': {
      const text = texts.credentialRefused(product, outcome.triesLeft, outcome.elsewhere);
      return outcome.triesLeft === 0 ? sayAttemptOver(turn, text) : answer(turn, text, next);
    }
  }
}
