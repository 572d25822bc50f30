import type { BotAdapter, MiddlewareHandler, TurnContext } from 'botbuilder';
import { type Authorizer, readConfirmationCode } from '../src/index.ts';
import { type ConversationHostOptions, createConversationHost } from './conversation-host.ts';
import { hearCode } from './hear-code.ts';
import { hearCredential } from './hear-credential.ts';
import { assertNothingRecordsFirst } from './middleware-order.ts';
import {
  looksLikeSecret,
  looksLikeValue,
  mayBeValue,
  redact,
  takeSubmittedCard,
  takeTypedSecret,
} from './redact-secrets.ts';
import { resumeWaiting } from './resume-waiting.ts';
import { say } from './say.ts';
import { type Sender, senderOf } from './sender.ts';
import { saidIn, setTurn } from './turn.ts';
import { createTurnLock } from './turn-lock.ts';

export interface AuthorizerMiddlewareOptions extends ConversationHostOptions {
  /** Where conversations are continued unasked: when a link expires, when somebody cancels at the product. */
  readonly adapter: BotAdapter;
}

/**
 * Must be the adapter's first middleware. It lets one turn of a conversation run at a time, finds out who speaks, takes
 * secrets out of what arrives before anything can record them, and hears confirmation codes.
 *
 * @throws ConfigurationError when another one stands before it
 */
export function authorizerMiddleware(authorizer: Authorizer, options: AuthorizerMiddlewareOptions): MiddlewareHandler {
  const lock = createTurnLock();
  assertNothingRecordsFirst(options.adapter);
  authorizer.attach(createConversationHost(authorizer, options));
  // a function, because of anything else the SDK registers a wrapper, in which it could not be found again
  const middleware: MiddlewareHandler = (context, next) => {
    assertNothingRecordsFirst(options.adapter, middleware);
    const sender = senderOf(context, authorizer.settings);
    return lock.run(sender.conversation.key, () => turn(authorizer, context, sender, next));
  };
  return middleware;
}

async function turn(
  authorizer: Authorizer,
  context: TurnContext,
  sender: Sender,
  next: () => Promise<void>,
): Promise<void> {
  setTurn(context, { sender });
  if (context.activity.type !== 'message') return next();
  const heard = await hear(authorizer, context, sender);
  if (heard === 'nothing') return next();
  if (heard === 'answered') return;
  // the code or key itself is nobody's input: dialogs only learn that something was completed
  context.activity.text = '';
  setTurn(context, { sender, completed: heard.completed });
  if (await aDialogWaits(authorizer, heard.completed)) await next();
  await resumeWaiting(context, authorizer, heard.completed);
}

type Heard = 'nothing' | 'answered' | { readonly completed: string };

/** Everything secret is taken out of the activity first, whoever sent it; then it is judged. */
async function hear(authorizer: Authorizer, context: TurnContext, sender: Sender): Promise<Heard> {
  const card = takeSubmittedCard(context.activity);
  if (card !== undefined) return hearCredential(authorizer, context, sender, card);
  const said = saidIn(context);
  if (said === '') return 'nothing';
  const code = readConfirmationCode(said);
  if (code !== undefined) return hearCode(authorizer, context, sender, code);
  const typed = await readTypedCredential(authorizer, context, sender, said);
  if (typed !== undefined) return hearCredential(authorizer, context, sender, typed);
  if (!looksLikeSecret(said)) return 'nothing';
  redact(context.activity);
  await say(context, authorizer.texts.unaskedSecret);
  return 'answered';
}

async function readTypedCredential(authorizer: Authorizer, context: TurnContext, sender: Sender, said: string) {
  if (sender.status === 'refused' || sender.conversation.kind !== 'personal') return undefined;
  // most messages are ordinary ones: the store is asked about the others only
  if (!mayBeValue(said)) return undefined;
  const awaited = await authorizer.awaitedCredential({
    owner: sender.owner,
    conversationKey: sender.conversation.key,
  });
  const field = awaited?.onlyField;
  if (awaited === undefined || field === undefined || !looksLikeValue(said, field)) return undefined;
  return { authorizationId: awaited.authorization.id, values: { [field.key]: takeTypedSecret(context.activity) } };
}

/** Nobody on the dialog stack, and the bot would take the empty message for a new conversation. */
async function aDialogWaits(authorizer: Authorizer, authorizationId: string): Promise<boolean> {
  const waiting = await authorizer.pendingActionsOf(authorizationId);
  return waiting.length === 0 || waiting.some((action) => action.status === 'waiting' && action.mode === 'dialog');
}
