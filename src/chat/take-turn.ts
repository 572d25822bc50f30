import type { InvokeAnswer } from '../channels/activity.ts';
import { carefulOptions } from '../channels/careful-options.ts';
import { undress } from '../channels/dress.ts';
import { createHeardOnce } from '../channels/heard-once.ts';
import { isContinued } from '../channels/is-continued.ts';
import { type SenderOptions, senderOf } from '../channels/sender.ts';
import { callOwnCode } from '../flows/own-code.ts';
import type { Errand } from '../model/errand.ts';
import { redact } from '../secrets/redact-secrets.ts';
import { holdsAny, type Secrets, secretsIn } from '../secrets/secrets-in.ts';
import type { ChatPort } from './chat-port.ts';
import { hearOnFloor } from './converse.ts';
import { askBelow } from './floor.ts';
import { hearCode, hearCodeInside } from './hear-code.ts';
import { type Heard, hearCredential } from './hear-credential.ts';
import { hearOldCard } from './hear-old-card.ts';
import { hearSecret } from './hear-secret.ts';
import { runConnected } from './run-connected.ts';
import type { ChatSdk, ChatTurn } from './sdk.ts';
import { newTurn, setTurn, type Turn } from './turn.ts';
import { refuseWhileClosing } from './while-closing.ts';

/**
 * What happens before the bot sees a turn: one turn of a conversation at a time, who is speaking, secrets removed before
 * anything can record them, and codes and keys handled.
 *
 * @returns takes a turn; pass `found` if the SDK's side has searched it for secrets already
 */
export function createTurnTaker<Context extends ChatTurn>(
  port: ChatPort,
  sdk: ChatSdk<Context>,
  options: SenderOptions<Context['activity']> = {},
): (context: Context, next: () => Promise<void>, found?: Secrets) => Promise<void> {
  const { turns, services, settings } = port;
  const careful = carefulOptions(options, (code, run) => callOwnCode(services.log, code, run));
  const heardOnce = createHeardOnce();
  return (context, next, found) => {
    const { activity } = context;
    const proof = () => sdk.proofOf(context, settings.appId);
    const sender = senderOf({ activity, proof, reference: sdk.referenceOf(context) }, settings, careful);
    const turn = newTurn(context, port, sender, services.now());
    const { key } = sender.conversation;
    const take = () => turns.run(key, () => heardOnce(key, context.activity, () => hearTurn(turn, next, found)));
    return port.begin(take) ?? (isContinued(context.activity) ? take() : refuseWhileClosing(turn));
  };
}

async function hearTurn(turn: Turn, next: () => Promise<void>, found: Secrets | undefined): Promise<void> {
  const { context } = setTurn(turn);
  undress(context.activity);
  const secrets = found ?? secretsIn(context.activity);
  const heard = holdsAny(secrets) ? await hear(turn, secrets) : 'nothing';
  if (heard === 'nothing') {
    if (await hearOldCard(turn)) return;
    await next();
    // even if the bot has lost its state, answers and "retry" work: the bot has offered those words
    if (nobodyTook(turn)) await hearOnFloor(turn);
    return;
  }
  const { type } = context.activity;
  if (type === 'invoke') await context.sendActivity(TAKEN);
  if (heard === 'answered') return;
  // nobody gets the code or key as input: dialogs only learn that something was completed
  context.activity.text = '';
  const completed = setTurn({ ...turn, completed: heard.completed });
  await runConnected(completed, heard.errands);
  if (!aDialogWaits(heard.errands)) await askBelow(completed, heard.errands);
  else if (type === 'message') await next();
}

/** If none does, the bot must not see the empty message: it would take it for a new conversation. */
function aDialogWaits(errands: readonly Errand[]): boolean {
  return errands.length === 0 || errands.some(({ by }) => by === 'dialog');
}

function nobodyTook({ context, progress }: Turn): boolean {
  return context.activity.type === 'message' && context.responded !== true && !progress.isHeard;
}

const TAKEN: InvokeAnswer = { type: 'invokeResponse', value: { status: 200 } };

/** Removes everything secret from the activity first, whoever sent it, and judges it then. */
async function hear(turn: Turn, found: Secrets): Promise<Heard> {
  const { card, code } = found;
  if (card !== undefined || code?.isWhole === true) redact(turn.context.activity);
  if (card !== undefined) return hearCredential(turn, card);
  if (code?.isWhole === true) return hearCode(turn, code.code);
  if (code !== undefined) {
    const heard = await hearCodeInside(turn, code.code);
    if (heard !== 'nothing') return heard;
  }
  return hearSecret(turn, found);
}
