import type { Authorizer } from '../authorizer.ts';
import type { InvokeAnswer } from '../channels/activity.ts';
import { undress } from '../channels/dress.ts';
import type { Errand } from '../model/errand.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { type Secrets, secretsIn } from '../secrets/secrets-in.ts';
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
import { newTurn, setTurn, type Turn, turnOf, wordsFor } from './turn.ts';
import { turnLockOf } from './turn-lock.ts';
import { isContinued, refuseWhileClosing } from './while-closing.ts';

/**
 * What comes before the bot: one turn of a conversation at a time, who speaks, secrets out of what arrives before anything
 * can record them, and codes and keys heard.
 *
 * @returns takes a turn; `found` where the SDK's side has looked for secrets already
 */
export function createTurnTaker<Turn extends ChatTurn>(
  authorizer: Authorizer,
  sdk: ChatSdk<Turn>,
  options: SenderOptions<Turn['activity']> = {},
): (context: Turn, next: () => Promise<void>, found?: Secrets) => Promise<void> {
  const lock = turnLockOf(authorizer);
  const careful = carefulOptions(options, authorizer.log);
  const heardBefore = createHeardBefore();
  return (context, next, found) => {
    setAuthorizer(context, authorizer);
    const sender = senderOf(context, sdk, authorizer.settings, careful);
    const arrivedAt = authorizer.errands.now();
    const { key } = sender.conversation;
    const take = () =>
      lock.run(key, () =>
        heardBefore.once(key, context.activity, () => turn(authorizer, context, { sender, arrivedAt, found }, next)),
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
  { sender, arrivedAt, found }: Pick<Turn, 'sender' | 'arrivedAt'> & { readonly found: Secrets | undefined },
  next: () => Promise<void>,
): Promise<void> {
  const begun = newTurn({ sender, ...wordsFor(authorizer, sender.conversation.locale), arrivedAt });
  setTurn(context, begun);
  undress(context.activity);
  const heard = await hear(authorizer, context, sender, found ?? secretsIn(context.activity));
  if (heard === 'nothing') {
    await next();
    return hearWhatNobodyTook(authorizer, context);
  }
  const { type } = context.activity;
  if (type === 'invoke') await context.sendActivity(TAKEN);
  if (heard === 'answered') return;
  // the code or key itself is nobody's input: dialogs only learn that something was completed
  context.activity.text = '';
  setTurn(context, { ...begun, completed: heard.completed });
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
async function hear(authorizer: Authorizer, context: ChatTurn, sender: Sender, found: Secrets): Promise<Heard> {
  const { card, code } = found;
  if (card !== undefined || code?.isWhole === true) redact(context.activity);
  if (card !== undefined) return hearCredential(authorizer, context, sender, card);
  if (code?.isWhole === true) return hearCode(authorizer, context, sender, code.code);
  if (code !== undefined) {
    const heard = await hearCodeInside(authorizer, context, sender, code.code);
    if (heard !== 'nothing') return heard;
  }
  return hearSecret(authorizer, context, sender, found);
}
