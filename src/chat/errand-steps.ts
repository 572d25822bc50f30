import type { Authorizer } from '../authorizer.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import { overOf } from '../model/errand-over.ts';
import { ownerKey } from '../model/owner.ts';
import type { Words } from '../model/words.ts';
import type { GoneOn } from './go-on.ts';
import { type Aside, askAgain, hearErrand } from './hear-errand.ts';
import { remind } from './remind.ts';
import type { ChatTurn } from './sdk.ts';
import { startErrand, type Wanted } from './start-errand.ts';
import { talkIn } from './talk.ts';
import { turnOf } from './turn.ts';

/** What the dialog contexts of the SDKs have in common. */
export interface DialogStack<Result> {
  readonly context: ChatTurn;
  readonly activeDialog?: Instance | undefined;
  endDialog(result?: unknown): Promise<Result>;
}

export interface Instance {
  state: unknown;
}

export interface ErrandStepsOptions<Stack, Result> {
  readonly authorizer: Authorizer;
  readonly words: Words | undefined;
  /** Answers a message that is not meant for the dialog; true when it did. */
  readonly otherwise: ((stack: Stack) => Promise<boolean>) | undefined;
  /** The SDK's `Dialog.EndOfTurn`. */
  readonly endOfTurn: Result;
}

/** An errand on a dialog stack, whatever the SDK. What is asked, heard and done is the same as without dialogs. */
export interface ErrandSteps<Stack, Result> {
  begin(stack: Stack, wanted: Wanted): Promise<Result>;
  goOn(stack: Stack): Promise<Result>;
  /** A dialog that was on top has ended. */
  resume(stack: Stack): Promise<Result>;
  reprompt(context: ChatTurn, instance: Instance): Promise<void>;
  /** The bot has thrown its dialogs away, or begun another one in this one's place: nothing goes on behind its back. */
  end(instance: Instance, reason: string): Promise<void>;
}

/** Kept in the dialog state: the errand is in the store, where no other write loses it. */
interface State {
  errandId: string;
  ownerKey: string;
}

export function createErrandSteps<Result, Stack extends DialogStack<Result>>({
  authorizer,
  words,
  otherwise,
  endOfTurn,
}: ErrandStepsOptions<Stack, Result>): ErrandSteps<Stack, Result> {
  const talkOf = (context: ChatTurn) => talkIn(context, authorizer, words);

  /** The result of one that has ended, once. */
  const collected = async (errand: Errand): Promise<ErrandOver | undefined> => {
    const over = overOf(errand);
    if (errand.status !== 'ended' || errand.result === undefined) return over;
    const mine = await authorizer.errands.move(errand, { type: 'collected' });
    return mine === undefined ? LOST : over;
  };

  const aside = async (stack: Stack): Promise<Aside> => {
    const mine = stack.activeDialog;
    const answered = (await otherwise?.(stack)) ?? false;
    if (stack.activeDialog !== mine) return 'left';
    return answered ? 'answered' : 'unanswered';
  };

  /** The message is for the bot; what it begins instead is above this dialog, which ends after it. */
  const leave = async (stack: Stack, over: ErrandOver): Promise<Result> =>
    (await aside(stack)) === 'left' ? endOfTurn : stack.endDialog(over);

  const stopAt = async (stack: Stack, gone: GoneOn): Promise<Result> =>
    gone.status === 'over' ? stack.endDialog(gone.over) : endOfTurn;

  return {
    async begin(stack, wanted) {
      const { sender } = turnOf(stack.context);
      const gone = await startErrand(talkOf(stack.context), wanted);
      if (gone.status === 'over') return stack.endDialog(gone.over);
      const owner = sender.status === 'known' ? ownerKey(sender.owner) : '';
      Object.assign(stateOf(stack.activeDialog), { errandId: gone.errand.id, ownerKey: owner } satisfies State);
      return endOfTurn;
    },
    async goOn(stack) {
      const state = stateOf(stack.activeDialog);
      const { sender, completed, over } = turnOf(stack.context);
      const isOwner = sender.status === 'known' && ownerKey(sender.owner) === state.ownerKey;
      const isMessage = stack.context.activity.type === 'message' && completed === undefined;
      if (!isOwner) {
        if (isMessage) await otherwise?.(stack);
        return endOfTurn;
      }
      const done = over.get(state.errandId);
      if (done !== undefined) return stack.endDialog(done);
      if (!isMessage && completed === undefined && over.size === 0) return endOfTurn;
      const errand = await authorizer.errands.byId(state.errandId);
      const ended = errand === undefined ? LOST : await collected(errand);
      if (errand === undefined || (ended !== undefined && !isMessage)) return stack.endDialog(ended);
      if (!isMessage) return endOfTurn;
      if (ended !== undefined) return leave(stack, ended);
      const heard = await hearErrand(talkOf(stack.context), errand, () => aside(stack));
      return heard.status === 'passed' ? leave(stack, heard.over) : stopAt(stack, heard);
    },
    async resume(stack) {
      const { errandId } = stateOf(stack.activeDialog);
      const done = turnOf(stack.context).over.get(errandId);
      if (done !== undefined) return stack.endDialog(done);
      const errand = await authorizer.errands.byId(errandId);
      const ended = errand === undefined ? LOST : await collected(errand);
      if (errand === undefined || ended !== undefined) return stack.endDialog(ended);
      await askAgain(talkOf(stack.context), errand);
      return endOfTurn;
    },
    async reprompt(context, instance) {
      const errand = await authorizer.errands.byId(stateOf(instance).errandId);
      if (errand?.status === 'waiting') await remind(talkOf(context), errand, false);
      else if (errand !== undefined) await askAgain(talkOf(context), errand);
    },
    async end(instance, reason) {
      if (reason !== 'cancelCalled' && reason !== 'replaceCalled') return;
      const errand = await authorizer.errands.byId(stateOf(instance).errandId);
      if (errand !== undefined) await authorizer.errands.abandon(errand);
    },
  };
}

const LOST: ErrandOver = { status: 'elsewhere' };

function stateOf(instance: Instance | undefined): State {
  return instance?.state as State;
}
