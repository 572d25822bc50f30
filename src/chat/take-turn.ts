import type { Authorizer } from '../authorizer.ts';
import { findConfirmationCode, readConfirmationCode } from '../model/confirmation-code.ts';
import { carefulOptions } from './careful-options.ts';
import { undress } from './dress.ts';
import { hearCode, hearCodeInside } from './hear-code.ts';
import { hearCredential } from './hear-credential.ts';
import { hearSecret } from './hear-secret.ts';
import { setAuthorizer } from './own-menu.ts';
import { redact, takeSubmittedCard } from './redact-secrets.ts';
import { resumeWaiting } from './resume-waiting.ts';
import type { ChatSdk, ChatTurn, InvokeAnswer } from './sdk.ts';
import { type Sender, type SenderOptions, senderOf } from './sender.ts';
import { saidIn, setTurn } from './turn.ts';
import { turnLockOf } from './turn-lock.ts';
import { isContinued, refuseWhileClosing } from './while-closing.ts';

/**
 * What comes before the bot: one turn of a conversation at a time, who speaks, secrets out of what arrives before anything
 * can record them, and codes and keys heard.
 */
export function createTurnTaker<Turn extends ChatTurn>(
  authorizer: Authorizer,
  sdk: ChatSdk<Turn>,
  options: SenderOptions<Turn['activity']> = {},
): (context: Turn, next: () => Promise<void>) => Promise<void> {
  const lock = turnLockOf(authorizer);
  const careful = carefulOptions(options, authorizer.log);
  return (context, next) => {
    setAuthorizer(context, authorizer);
    const sender = senderOf(context, sdk, authorizer.settings, careful);
    const take = () => lock.run(sender.conversation.key, () => turn(authorizer, context, sender, next));
    return (
      authorizer.begin(take) ??
      (isContinued(context.activity) ? take() : refuseWhileClosing(authorizer, context, sender))
    );
  };
}

async function turn(
  authorizer: Authorizer,
  context: ChatTurn,
  sender: Sender,
  next: () => Promise<void>,
): Promise<void> {
  const { texts } = authorizer;
  setTurn(context, { sender, texts });
  undress(context.activity);
  const heard = await hear(authorizer, context, sender);
  if (heard === 'nothing') return next();
  const { type } = context.activity;
  if (type === 'invoke') await context.sendActivity(TAKEN);
  if (heard === 'answered') return;
  // the code or key itself is nobody's input: dialogs only learn that something was completed
  context.activity.text = '';
  setTurn(context, { sender, texts, completed: heard.completed });
  if (type === 'message' && (await aDialogWaits(authorizer, heard.completed))) await next();
  await resumeWaiting(context, authorizer, heard.completed);
}

const TAKEN: InvokeAnswer = { type: 'invokeResponse', value: { status: 200 } };

type Heard = 'nothing' | 'answered' | { readonly completed: string };

/** Everything secret is taken out of the activity first, whoever sent it; then it is judged. */
async function hear(authorizer: Authorizer, context: ChatTurn, sender: Sender): Promise<Heard> {
  const card = takeSubmittedCard(context.activity);
  if (card !== undefined) return hearCredential(authorizer, context, sender, card);
  const said = writtenIn(context);
  const code = readConfirmationCode(said);
  if (code !== undefined) {
    redact(context.activity);
    return hearCode(authorizer, context, sender, code);
  }
  const inside = findConfirmationCode(said);
  if (inside !== undefined) {
    const heard = await hearCodeInside(authorizer, context, sender, inside);
    if (heard !== 'nothing') return heard;
  }
  return hearSecret(authorizer, context, sender);
}

/** What a person has typed, or corrected. */
function writtenIn(context: ChatTurn): string {
  const { type, text } = context.activity;
  if (type === 'message') return saidIn(context);
  return type === 'messageUpdate' ? (text ?? '') : '';
}

/** Nobody on the dialog stack, and the bot would take the empty message for a new conversation. */
async function aDialogWaits(authorizer: Authorizer, authorizationId: string): Promise<boolean> {
  const waiting = await authorizer.pendingActionsOf(authorizationId);
  return waiting.length === 0 || waiting.some((action) => action.status === 'waiting' && action.mode === 'dialog');
}
