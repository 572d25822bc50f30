import type { Authorizer } from '../authorizer.ts';
import type { ChatSubmission } from '../flows/submit-credential.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import { ownerKey } from '../model/owner.ts';
import type { SubmittedCard } from '../secrets/redact-secrets.ts';
import type { Texts } from '../texts/texts.ts';
import { productName } from './errand-title.ts';
import type { Completed } from './hear-code.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { messageIdOf } from './message-id.ts';
import { say } from './say.ts';
import { sayAttemptOver } from './say-attempt-over.ts';
import { sayGroupRefused } from './say-group-refused.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { contactIn, type Turn, turnOf } from './turn.ts';

/** A key or password that was typed in the chat and is already out of the activity. */
export async function hearCredential(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  { typed = false, ...submitted }: SubmittedCard & { readonly typed?: boolean },
): Promise<'answered' | Completed> {
  const { texts } = turnOf(context);
  if (sender.status === 'refused') {
    await say(context, texts.notAllowed(contactIn(context, authorizer)));
    return 'answered';
  }
  if (sender.conversation.kind !== 'personal') {
    await sayGroupRefused(context);
    return 'answered';
  }
  const outcome = await authorizer.submitCredential({
    owner: sender.owner,
    conversationKey: sender.conversation.key,
    activityId: messageIdOf(context.activity),
    ...submitted,
  });
  if (outcome.status === 'gone') {
    // the button was pressed twice
    if (await hasConnected(authorizer, sender, submitted.authorizationId)) return 'answered';
    if (await heardElsewhere(authorizer, context, sender)) return 'answered';
  }
  if (outcome.status !== 'connected') {
    const integration = (await authorizer.authorizationById(submitted.authorizationId))?.integration;
    const product = authorizer.integration(integration ?? '')?.name ?? '';
    const text = refusalText(turnOf(context), product, outcome, contactIn(context, authorizer));
    const next = nextSteps(texts, integration, outcome);
    if (isOver(outcome)) await sayAttemptOver(authorizer, context, sender, text, next);
    else await say(context, text, next);
    return 'answered';
  }
  const { integration, account } = outcome.connection;
  const product = productName(authorizer, integration);
  const connected = texts.connected(product, account.label, integration);
  const notes = [outcome.trimmed && !typed && texts.trimmed, connected, typed && texts.typedKeyStays];
  await say(context, notes.filter((note) => note !== false).join(' '));
  return { completed: outcome.authorization.id, errands: outcome.errands };
}

function refusalText(
  { texts, inWords }: Pick<Turn, 'texts' | 'inWords'>,
  product: string,
  outcome: Exclude<ChatSubmission, { status: 'connected' }>,
  contact: string,
): string {
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
      return texts.ended(product, 'withdrawn', undefined, contact);
    case 'gone':
      return texts.attemptGone;
  }
}

function isOver(outcome: Exclude<ChatSubmission, { status: 'connected' }>): boolean {
  return outcome.status === 'withdrawn' || (outcome.status === 'refused' && outcome.triesLeft === 0);
}

/** What can be done besides filling the card once more. */
function nextSteps(
  texts: Texts,
  integration: string | undefined,
  outcome: Exclude<ChatSubmission, { status: 'connected' }>,
): readonly string[] {
  if (outcome.status === 'gone') return integration === undefined ? [] : [texts.sayReconnect(integration)];
  return isOver(outcome) ? [texts.sayRetry] : [texts.sayStartOver, texts.sayCancel];
}

/** This very card has made a connection that is still there. */
async function hasConnected(
  authorizer: Authorizer,
  { owner, conversation }: Extract<Sender, { status: 'known' }>,
  authorizationId: string,
): Promise<boolean> {
  const attempt = await authorizer.authorizationById(authorizationId);
  if (attempt?.status !== 'done' || ownerKey(attempt.owner) !== ownerKey(owner)) return false;
  if (attempt.conversation.key !== conversation.key) return false;
  const connections = await authorizer.listConnections(owner);
  return connections.some(({ id }) => id === attempt.connectionId);
}
