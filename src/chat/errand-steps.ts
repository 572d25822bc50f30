import type { Authorizer } from '../authorizer.ts';
import { abandonErrand } from '../flows/cancel-errand.ts';
import { moveErrand } from '../flows/move-errand.ts';
import type { ErrandOver } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import { overOf } from '../model/errand-over.ts';
import { ownerKey } from '../model/owner.ts';
import { chatPortOf } from './chat-port.ts';
import type { DialogSettings } from './dialog-options.ts';
import { sayStillOpen } from './floor.ts';
import { askAgain, ELSEWHERE } from './go-on.ts';
import { type Aside, hearErrand } from './hear-errand.ts';
import type { ChatTurn } from './sdk.ts';
import { startErrand, type Wanted } from './start-errand.ts';
import { type Turn, turnOf, withWords } from './turn.ts';

/** What the dialog contexts of the SDKs have in common. */
export interface DialogStack<Context, Result> {
  readonly context: Context;
  readonly activeDialog?: Instance | undefined;
  endDialog(result?: unknown): Promise<Result>;
}

export interface Instance {
  state: unknown;
}

/** An errand on a dialog stack of either SDK. It asks, hears and does the same as without dialogs. */
export interface ErrandSteps<Stack, Result> {
  begin(stack: Stack, wanted: Wanted): Promise<Result>;
  goOn(stack: Stack): Promise<Result>;
  /** A dialog that was on top has ended. */
  resume(stack: Stack): Promise<Result>;
  reprompt(context: ChatTurn, instance: Instance): Promise<void>;
  /** Abandons the errand if the bot has cancelled or replaced its dialog. */
  end(instance: Instance, reason: string): Promise<void>;
}

/** Without an errand, the dialog ends. */
interface Found {
  readonly errand?: Errand;
  readonly over?: ErrandOver | undefined;
}

/** All that the dialog state keeps: the errand itself is in the store, where no other write can overwrite it. */
interface State {
  errandId: string;
  ownerKey: string;
}

/**
 * @param call how to construct the dialog, for the error message if it gets no authorizer
 * @param endOfTurn the SDK's `Dialog.EndOfTurn`
 */
export function createErrandSteps<Result, Context extends ChatTurn, Stack extends DialogStack<Context, Result>>(
  authorizer: Authorizer,
  call: string,
  { otherwise, words }: DialogSettings<Context, Stack>,
  endOfTurn: Result,
): ErrandSteps<Stack, Result> {
  const { services } = chatPortOf(authorizer, call);
  const turnIn = (context: ChatTurn): Turn => withWords(turnOf(context), words);
  const stored = (instance: Instance | undefined) => services.vault.errands.byId(stateOf(instance).errandId);

  /** What became of it: in this turn, or in the store. Only one reader collects the result of an errand that has ended. */
  const look = async ({ over }: Turn, instance: Instance | undefined): Promise<Found> => {
    const done = over.get(stateOf(instance).errandId);
    if (done !== undefined) return { over: done };
    const errand = await stored(instance);
    if (errand === undefined) return { over: ELSEWHERE.over };
    if (errand.status !== 'ended' || errand.result === undefined) return { errand, over: overOf(errand) };
    const mine = await moveErrand(services, errand, { type: 'collected' });
    return { errand, over: mine === undefined ? ELSEWHERE.over : overOf(errand) };
  };

  const aside = async (stack: Stack): Promise<Aside> => {
    const mine = stack.activeDialog;
    const answered = (await otherwise?.(stack.context, stack)) ?? false;
    if (stack.activeDialog !== mine) return 'left';
    return answered ? 'answered' : 'unanswered';
  };

  /** The message is for the bot. If that begins another dialog on top, this one ends after it. */
  const leave = async (stack: Stack, over: ErrandOver): Promise<Result> =>
    (await aside(stack)) === 'left' ? endOfTurn : stack.endDialog(over);

  return {
    async begin(stack, wanted) {
      const turn = turnIn(stack.context);
      const gone = await startErrand(turn, wanted);
      if (gone.status === 'over') return stack.endDialog(gone.over);
      const owner = ownerKey(gone.errand.owner);
      Object.assign(stateOf(stack.activeDialog), { errandId: gone.errand.id, ownerKey: owner } satisfies State);
      return endOfTurn;
    },
    async goOn(stack) {
      const state = stateOf(stack.activeDialog);
      const turn = turnIn(stack.context);
      const { sender, completed } = turn;
      const isMessage = stack.context.activity.type === 'message' && completed === undefined;
      if (sender.status !== 'known' || ownerKey(sender.owner) !== state.ownerKey) {
        if (isMessage) await otherwise?.(stack.context, stack);
        return endOfTurn;
      }
      if (!isMessage && completed === undefined && turn.over.size === 0) return endOfTurn;
      const { errand, over } = await look(turn, stack.activeDialog);
      if (errand === undefined || (over !== undefined && !isMessage)) return stack.endDialog(over);
      if (!isMessage) return endOfTurn;
      if (over !== undefined) return leave(stack, over);
      const heard = await hearErrand(turn, errand, () => aside(stack));
      if (heard.status === 'passed') return leave(stack, heard.over);
      return heard.status === 'over' ? stack.endDialog(heard.over) : endOfTurn;
    },
    async resume(stack) {
      const turn = turnIn(stack.context);
      const { errand, over } = await look(turn, stack.activeDialog);
      if (errand === undefined || over !== undefined) return stack.endDialog(over);
      await askAgain(turn, errand);
      return endOfTurn;
    },
    async reprompt(context, instance) {
      const errand = await stored(instance);
      if (errand !== undefined) await sayStillOpen(turnIn(context), errand);
    },
    async end(instance, reason) {
      if (reason !== 'cancelCalled' && reason !== 'replaceCalled') return;
      const errand = await stored(instance);
      if (errand !== undefined) await abandonErrand(services, errand);
    },
  };
}

function stateOf(instance: Instance | undefined): State {
  return instance?.state as State;
}
