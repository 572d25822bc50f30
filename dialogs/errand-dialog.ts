import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { type ErrandOver, overOf } from '../src/chat/errand-over.ts';
import type { GoneOn } from '../src/chat/go-on.ts';
import { type Aside, askAgain, hearErrand } from '../src/chat/hear-errand.ts';
import { remind } from '../src/chat/remind.ts';
import { startErrand, type Wanted } from '../src/chat/start-errand.ts';
import { type Talk, talkIn } from '../src/chat/talk.ts';
import { turnOf } from '../src/chat/turn.ts';
import type { Words } from '../src/chat/words-in.ts';
import { type Authorizer, type Errand, ownerKey } from '../src/index.ts';

export interface ErrandDialogSettings {
  /**
   * Answers a message that is not meant for this dialog, as the bot would anywhere else; true when it did.
   * Default: the person is reminded of what is open.
   */
  readonly otherwise?: (context: TurnContext, dialogContext: DialogContext) => Promise<boolean>;
  readonly words?: Words;
}

/** Kept in the dialog state: the errand is in the store, where no other write loses it. */
interface State {
  errandId: string;
  ownerKey: string;
}

/** An errand on the dialog stack. What is asked, heard and done is the same as without dialogs. */
export abstract class ErrandDialog extends Dialog {
  protected readonly authorizer: Authorizer;
  private readonly settings: ErrandDialogSettings;

  constructor(dialogId: string, authorizer: Authorizer, settings: ErrandDialogSettings) {
    super(dialogId);
    this.authorizer = authorizer;
    this.settings = settings;
  }

  protected async start(dc: DialogContext, wanted: Wanted): Promise<DialogTurnResult> {
    const { sender } = turnOf(dc.context);
    const gone = await startErrand(this.talkOf(dc.context), wanted);
    if (gone.status === 'over') return dc.endDialog(gone.over);
    const owner = sender.status === 'known' ? ownerKey(sender.owner) : '';
    Object.assign(stateOf(dc.activeDialog), { errandId: gone.errand.id, ownerKey: owner } satisfies State);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc.activeDialog);
    const { sender, completed, over } = turnOf(dc.context);
    const isOwner = sender.status === 'known' && ownerKey(sender.owner) === state.ownerKey;
    const isMessage = dc.context.activity.type === 'message' && completed === undefined;
    if (!isOwner) {
      if (isMessage) await this.settings.otherwise?.(dc.context, dc);
      return Dialog.EndOfTurn;
    }
    const done = over.get(state.errandId);
    if (done !== undefined) return dc.endDialog(done);
    if (!isMessage && completed === undefined && over.size === 0) return Dialog.EndOfTurn;
    const errand = await this.authorizer.errands.byId(state.errandId);
    const ended = errand === undefined ? LOST : await this.collected(errand);
    if (errand === undefined || (ended !== undefined && !isMessage)) return dc.endDialog(ended);
    if (!isMessage) return Dialog.EndOfTurn;
    if (ended !== undefined) return this.leave(dc, ended);
    const heard = await hearErrand(this.talkOf(dc.context), errand, () => this.aside(dc));
    if (heard.status === 'passed') return this.leave(dc, heard.over);
    return this.after(dc, heard);
  }

  /** A dialog that was on top has ended. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { errandId } = stateOf(dc.activeDialog);
    const done = turnOf(dc.context).over.get(errandId);
    if (done !== undefined) return dc.endDialog(done);
    const errand = await this.authorizer.errands.byId(errandId);
    const ended = errand === undefined ? LOST : await this.collected(errand);
    if (errand === undefined || ended !== undefined) return dc.endDialog(ended);
    await askAgain(this.talkOf(dc.context), errand);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const errand = await this.authorizer.errands.byId(stateOf(instance).errandId);
    const talk = this.talkOf(context);
    if (errand?.status === 'waiting') await remind(talk, errand, false);
    else if (errand !== undefined) await askAgain(talk, errand);
  }

  /** The bot has thrown its dialogs away, or begun another one in this one's place: nothing goes on behind its back. */
  override async endDialog(_context: TurnContext, instance: DialogInstance, reason: DialogReason): Promise<void> {
    if (reason !== DialogReason.cancelCalled && reason !== DialogReason.replaceCalled) return;
    const errand = await this.authorizer.errands.byId(stateOf(instance).errandId);
    if (errand !== undefined) await this.authorizer.errands.abandon(errand);
  }

  /** The message is for the bot; what it begins instead stands above this dialog, which ends after it. */
  private async leave(dc: DialogContext, over: ErrandOver): Promise<DialogTurnResult> {
    const mine = dc.activeDialog;
    await this.settings.otherwise?.(dc.context, dc);
    return dc.activeDialog === mine ? dc.endDialog(over) : Dialog.EndOfTurn;
  }

  private async aside(dc: DialogContext): Promise<Aside> {
    const mine = dc.activeDialog;
    const answered = (await this.settings.otherwise?.(dc.context, dc)) ?? false;
    if (dc.activeDialog !== mine) return 'left';
    return answered ? 'answered' : 'unanswered';
  }

  private async after(dc: DialogContext, gone: GoneOn): Promise<DialogTurnResult> {
    return gone.status === 'over' ? dc.endDialog(gone.over) : Dialog.EndOfTurn;
  }

  /** The result of one that has ended, once. */
  private async collected(errand: Errand): Promise<ErrandOver | undefined> {
    const over = overOf(errand);
    if (errand.status !== 'ended' || errand.result === undefined) return over;
    const mine = await this.authorizer.errands.move(errand, { type: 'collected' });
    return mine === undefined ? LOST : over;
  }

  private talkOf(context: TurnContext): Talk {
    return talkIn(context, this.authorizer, this.settings.words);
  }
}

const LOST: ErrandOver = { status: 'elsewhere' };

function stateOf(instance: DialogInstance | undefined): State {
  return instance?.state as State;
}
