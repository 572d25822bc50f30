import { type AskedAction, askedAction } from '../answers/asked-action.ts';
import type { ConverseOptions } from '../background/conversation-host.ts';
import { questionCardIn } from '../channels/question-message.ts';
import { productAsked } from '../flows/connections-asked.ts';
import { assertKnownAtStart } from '../flows/errand-action.ts';
import { errandsHere, errandsHereWith } from '../flows/errands-here.ts';
import type { ReadAhead } from '../flows/find-credential.ts';
import type { Conversed } from '../model/conversed.ts';
import { floorOf } from '../model/floor.ts';
import { askBelow } from './floor.ts';
import type { GoneOn } from './go-on.ts';
import { type Aside, type Heard, hearErrand } from './hear-errand.ts';
import { errandsOf, heardElsewhere } from './heard-elsewhere.ts';
import { manage } from './manage-connections.ts';
import { startErrand } from './start-errand.ts';
import { saidIn, type Turn, wordsOf } from './turn.ts';

/**
 * A whole conversation for a bot without dialogs: understands answers, `cancel`, `retry`, `new link`, `connections`, `use`,
 * `disconnect`, `connect` and requests for actions; asks for what is missing, connects, runs and answers.
 *
 * @returns undefined if the message is for the bot
 */
export async function converse(
  turn: Turn,
  { actions = [...turn.services.actions.values()], otherwise }: ConverseOptions = {},
): Promise<Conversed | undefined> {
  const { context, port, services, sender, completed } = turn;
  assertKnownAtStart(services, actions);
  port.register(...actions);
  if (context.activity.type !== 'message') return undefined;
  // somebody who is not allowed hears so only if they ask for something of ours
  const asked = askedAction(saidIn(turn), actions, turn.inWords);
  const hear = async (ahead?: ReadAhead) =>
    (await hearRequest(turn, asked, ahead)) ?? ((await otherwise?.()) === true ? ANSWERED : undefined);
  if (sender.status === 'refused') return hear();
  const { owner, conversation } = sender;
  const { here, ahead } =
    asked === undefined
      ? { here: await errandsHere(services, owner, conversation.key) }
      : await errandsHereWith(services, owner, conversation.key, asked.action);
  if (await heardElsewhere(turn, here)) return ANSWERED;
  const floor = floorOf(here, questionCardIn(context.activity)?.errand);
  // an answer may be a card's values without any text; a code or key that completed something is no answer
  if (floor === undefined || completed !== undefined) return hear(ahead);
  let begun: Conversed | undefined;
  const aside = async (): Promise<Aside> => {
    begun = await hear();
    if (begun === undefined) return 'unanswered';
    return begun === ANSWERED ? 'answered' : 'left';
  };
  const heard = await hearErrand(turn, floor, aside);
  if (begun === undefined) return heard.status === 'passed' ? hear() : afterFloor(turn, heard);
  if (begun !== ANSWERED && begun.status !== 'asked') await askBelow(turn);
  return begun;
}

const ANSWERED: Conversed = { status: 'answered' };

/** Handles only `cancel`, `retry` and `new link`, for the latest request here. True if the message was one of them. */
export async function hearCommand(turn: Turn): Promise<boolean> {
  const said = saidIn(turn);
  const { cancel, again } = wordsOf(turn);
  if (!cancel.test(said) && !again.test(said)) return false;
  return hearOnFloor(turn, 'unanswered');
}

/**
 * Gives a message that nobody handled to the latest request here: dialogs may have lost their state. True if it was meant for it.
 *
 * @param aside what happened to a message that was not. Default: the bot says nothing about it
 */
export async function hearOnFloor(turn: Turn, aside: Aside = 'left'): Promise<boolean> {
  const pressed = questionCardIn(turn.context.activity)?.errand;
  if (pressed === undefined && saidIn(turn) === '') return false;
  const here = await errandsOf(turn);
  if (await heardElsewhere(turn, here)) return true;
  const floor = floorOf(here, pressed);
  const heard = floor && (await hearErrand(turn, floor, async () => aside));
  if (heard === undefined || heard.status === 'passed') return false;
  await afterFloor(turn, heard);
  return true;
}

async function hearRequest(
  turn: Turn,
  asked: AskedAction | undefined,
  ahead: ReadAhead | undefined,
): Promise<Conversed | undefined> {
  if (await manage(turn)) return ANSWERED;
  const { services, texts } = turn;
  const product = productAsked(saidIn(turn), services.declared, [wordsOf(turn)]);
  if (product !== undefined) {
    const connect = { purpose: texts.connectPurpose, scopes: [] };
    return conversed(await startErrand(turn, { connect, integration: product.id, by: 'plain' }));
  }
  return asked && conversed(await startErrand(turn, { ...asked, by: 'plain' }, ahead));
}

async function afterFloor(turn: Turn, heard: Exclude<Heard, { status: 'passed' }>): Promise<Conversed> {
  if (heard.status === 'over') await askBelow(turn);
  return conversed(heard);
}

export function conversed(gone: GoneOn): Conversed {
  return gone.status === 'open' ? { status: 'asked' } : gone.over;
}
