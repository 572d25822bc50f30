import type { Authorizer } from '../authorizer.ts';
import type { ConverseOptions } from '../background/conversation-host.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import type { Conversed } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import type { Words } from '../model/words.ts';
import { askBelow } from './ask-below.ts';
import { type AskedAction, askedAction } from './asked-action.ts';
import { floorHere, floorOf } from './floor.ts';
import type { GoneOn } from './go-on.ts';
import { type Aside, type Heard, hearErrand } from './hear-errand.ts';
import { assertKnownAtStart } from './known-actions.ts';
import { askedConnection, manageConnections } from './manage-connections.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { startErrand } from './start-errand.ts';
import { type Talk, talkIn } from './talk.ts';
import { saidIn, turnOf } from './turn.ts';

/**
 * A whole conversation for a bot without dialogs: hears answers, `cancel`, `retry`, `new link`, `connections`, `disconnect` and
 * `connect`, and what people ask for; asks for what is missing, connects, runs and answers.
 *
 * @returns undefined where the message is for the bot
 */
export async function converse(
  context: ChatTurn,
  authorizer: Authorizer,
  { actions = authorizer.knownActions(), otherwise, words }: ConverseOptions = {},
): Promise<Conversed | undefined> {
  assertKnownAtStart(authorizer, actions);
  authorizer.register(...actions);
  const { sender, completed } = turnOf(context);
  if (context.activity.type !== 'message') return undefined;
  const talk = talkIn(context, authorizer, words);
  // who is not allowed is told so, where they ask for something of the library
  const asked = askedAction(saidIn(context), actions, turnOf(context).inWords);
  const hear = async (ahead?: ReadAhead) =>
    (await hearRequest(talk, asked, ahead)) ?? ((await otherwise?.()) === true ? ANSWERED : undefined);
  if (sender.status === 'refused') return hear();
  const { here, ahead } = await readHere(authorizer, sender, asked);
  const { id } = context.activity;
  // the channel delivered it twice
  if (id !== undefined && here.some(({ heard }) => heard.includes(id))) return ANSWERED;
  const floor = floorOf(here);
  let begun: Conversed | undefined;
  const aside = async (): Promise<Aside> => {
    begun = await hear();
    if (begun === undefined) return 'unanswered';
    return begun === ANSWERED ? 'answered' : 'left';
  };
  // the answer may be a card's values, without a word; a code or key that completed something is no answer
  if (floor !== undefined && completed === undefined) {
    const heard = await hearErrand(talk, floor, aside);
    if (begun !== undefined) {
      if (begun !== ANSWERED && begun.status !== 'asked') await askBelow(talk);
      return begun;
    }
    return heard.status === 'passed' ? hear() : afterFloor(talk, heard);
  }
  return hear(ahead);
}

/** What is open here, and what the action that is asked for will find. */
async function readHere(
  { errands }: Authorizer,
  { owner, conversation }: Extract<Sender, { status: 'known' }>,
  asked: AskedAction | undefined,
): Promise<{ readonly here: readonly Errand[]; readonly ahead?: ReadAhead }> {
  if (asked !== undefined) return errands.hereWith(owner, conversation.key, asked.action);
  return { here: await errands.here(owner, conversation.key) };
}

const ANSWERED: Conversed = { status: 'answered' };

/** `cancel`, `retry` and `new link` only, for what was asked last here; true when the message was one of them. */
export async function hearCommand(context: ChatTurn, authorizer: Authorizer, words: Words): Promise<boolean> {
  const said = saidIn(context);
  if (!words.cancel.test(said) && !words.again.test(said)) return false;
  const talk = talkIn(context, authorizer, words);
  const floor = await floorHere(talk);
  const heard = floor && (await hearErrand(talk, floor));
  if (heard === undefined || heard.status === 'passed') return false;
  await afterFloor(talk, heard);
  return true;
}

/** A message that nobody took, for what was asked last here: dialogs may have lost their state. Reminds of nothing. */
export async function hearOnFloor(talk: Talk): Promise<void> {
  if (saidIn(talk.context) === '') return;
  const floor = await floorHere(talk);
  const heard = floor && (await hearErrand(talk, floor, () => Promise.resolve('left')));
  if (heard !== undefined && heard.status !== 'passed') await afterFloor(talk, heard);
}

async function hearRequest(
  talk: Talk,
  asked: AskedAction | undefined,
  ahead: ReadAhead | undefined,
): Promise<Conversed | undefined> {
  const { context, authorizer, words } = talk;
  const said = saidIn(context);
  if (await manageConnections(context, authorizer, words)) return ANSWERED;
  const product = askedConnection(said, authorizer, words);
  if (product !== undefined) {
    const connect = { purpose: turnOf(context).texts.connectPurpose, scopes: [] };
    return conversed(await startErrand(talk, { connect, integration: product.id, by: 'plain' }));
  }
  return asked && conversed(await startErrand(talk, { ...asked, by: 'plain' }, ahead));
}

async function afterFloor(talk: Talk, heard: Exclude<Heard, { status: 'passed' }>): Promise<Conversed> {
  if (heard.status === 'open') return { status: 'asked' };
  await askBelow(talk);
  return heard.over;
}

function conversed(gone: GoneOn): Conversed {
  return gone.status === 'open' ? { status: 'asked' } : gone.over;
}
