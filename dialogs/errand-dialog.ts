import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { DialogSettings } from '../src/chat/dialog-options.ts';
import { createErrandSteps, type ErrandSteps } from '../src/chat/errand-steps.ts';
import type { Authorizer } from '../src/index.ts';

export type ErrandDialogSettings = DialogSettings<TurnContext, DialogContext>;

/** A person's request on the dialog stack. */
export abstract class ErrandDialog extends Dialog {
  protected readonly steps: ErrandSteps<DialogContext, DialogTurnResult>;

  constructor(dialogId: string, authorizer: Authorizer, call: string, settings: ErrandDialogSettings) {
    super(dialogId);
    this.steps = createErrandSteps(authorizer, call, settings, Dialog.EndOfTurn);
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.steps.goOn(dc);
  }

  override resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.steps.resume(dc);
  }

  override repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    return this.steps.reprompt(context, instance);
  }

  override endDialog(_context: TurnContext, instance: DialogInstance, reason: DialogReason): Promise<void> {
    return this.steps.end(instance, reason);
  }
}
