import type { Authorizer } from '../authorizer.ts';
import type { InvokeAnswer } from '../channels/activity.ts';
import { undress } from '../channels/dress.ts';
import { findConfirmationCode } from '../model/confirmation-code.ts';
import type { Errand } from '../model/errand.ts';
import { redact, takeSubmittedCard } from '../secrets/redact-secrets.ts';
import { askBelow } from './ask-below.ts';
import { carefulOptions } from './careful-options.ts';
import { hearOnFloor } from './converse.ts';
import { type Completed, hearCode, hearCodeInside } from './hear-code.ts';
import { hearCredential } from './hear-credential.ts';
import { hearSecret } from './hear-secret.ts';
import { createHeardBefore } from './heard-before.ts';
import { setAuthorizer } from './own-menu.ts';
import { runConnected } from './run-connected.ts';
import type { ChatSdk, ChatTurn } from './sdk.ts';
import { type Sender, type SenderOptions, senderOf } from './sender.ts';
import { talkIn } from './talk.ts';
import { newTurn, saidIn, setTurn, type Turn, turnOf, wordsFor } from './turn.ts';
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
  const heardBefore = createHeardBefore();
  return (context, next) => {
    setAuthorizer(context, authorizer);
    const sender = senderOf(context, sdk, authorizer.settings, careful);
    const arrivedAt = authorizer.errands.now();
    const { key } = sender.conversation;
    const take = () =>
      lock.run(key, () =>
        heardBefore.once(key, context.activity, () => turn(authorizer, context, { sender, arrivedAt }, next)),
      );
    return (
      authorizer.begin(take) ??
      (isContinued(context.activity) ? take() : refuseWhileClosing(authorizer, context, sender))
    );
  };
}

async function turn(
  authorizer: Authorizer,
  context: ChatTurn,
  { sender, arrivedAt }: Pick<Turn, 'sender' | 'arrivedAt'>,
  next: () => Promise<void>,
): Promise<void> {
  const found = newTurn({ sender, ...wordsFor(authorizer, sender.conversation.locale), arrivedAt });
  setTurn(context, found);
  undress(context.activity);
  const heard = await hear(authorizer, context, sender);
  if (heard === 'nothing') {
    await next();
    return hearWhatNobodyTook(authorizer, context);
  }
  const { type } = context.activity;
  if (type === 'invoke') await context.sendActivity(TAKEN);
  if (heard === 'answered') return;
  // the code or key itself is nobody's input: dialogs only learn that something was completed
  context.activity.text = '';
  setTurn(context, { ...found, completed: heard.completed });
  const talk = talkIn(context, authorizer);
  await runConnected(talk, heard.errands);
  if (!aDialogWaits(heard.errands)) await askBelow(talk, heard.errands);
  else if (type === 'message') await next();
}

/** Nobody on the dialog stack, and the bot would take the empty message for a new conversation. */
function aDialogWaits(errands: readonly Errand[]): boolean {
  return errands.length === 0 || errands.some(({ by }) => by === 'dialog');
}

/** An answer, or "retry", is heard although the bot has lost its state: the words that were offered always work. */
async function hearWhatNobodyTook(authorizer: Authorizer, context: ChatTurn): Promise<void> {
  const isTaken = context.responded === true || turnOf(context).progress.isHeard;
  if (context.activity.type === 'message' && !isTaken) await hearOnFloor(talkIn(context, authorizer));
}

const TAKEN: InvokeAnswer = { type: 'invokeResponse', value: { status: 200 } };

type Heard = 'nothing' | 'answered' | Completed;

/** Everything secret is taken out of the activity first, whoever sent it; then it is judged. */
async function hear(authorizer: Authorizer, context: ChatTurn, sender: Sender): Promise<Heard> {
  const card = takeSubmittedCard(context.activity);
  if (card !== undefined) return hearCredential(authorizer, context, sender, card);
  const found = findConfirmationCode(writtenIn(context));
  if (found?.isWhole === true) {
    redact(context.activity);
    return hearCode(authorizer, context, sender, found.code);
  }
  if (found !== undefined) {
    const heard = await hearCodeInside(authorizer, context, sender, found.code);
    if (heard !== 'nothing') return heard;
  }
  return hearSecret(authorizer, context, sender);
}

/** What a person has typed, or corrected. */
function writtenIn(context: ChatTurn): string {
  const { type, text } = context.activity;
  if (type === 'message') return saidIn(context);
  return type === 'messageUpdate' && typeof text === 'string' ? text : '';
}
