import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogReason,
  type DialogTurnResult,
} from '@microsoft/agents-hosting-dialogs';
import type { Words } from '../../src/answers/words-in.ts';
import { createErrandSteps, type ErrandSteps } from '../../src/chat/errand-steps.ts';
import type { Authorizer } from '../../src/index.ts';

export interface ErrandDialogSettings {
  /**
   * Replies to a message that is not meant for this dialog, as the bot would anywhere else. Return true if it replied.
   * Default: Latchkey reminds the person of the open question.
   */
  readonly otherwise?: (context: DialogContext['context'], dialogContext: DialogContext) => Promise<boolean>;
  readonly words?: Words;
}

/** A person's request on the dialog stack. */
export abstract class ErrandDialog extends Dialog {
  protected readonly steps: ErrandSteps<DialogContext, DialogTurnResult>;

  constructor(dialogId: string, authorizer: Authorizer, call: string, { otherwise, words }: ErrandDialogSettings) {
    super(dialogId);
    this.steps = createErrandSteps({
      authorizer,
      call,
      words,
      otherwise: otherwise && ((dc: DialogContext) => otherwise(dc.context, dc)),
      endOfTurn: Dialog.EndOfTurn,
    });
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.steps.goOn(dc);
  }

  override resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.steps.resume(dc);
  }

  override repromptDialog(context: DialogContext['context'], instance: DialogInstance): Promise<void> {
    return this.steps.reprompt(context, instance);
  }

  override endDialog(
    _context: DialogContext['context'],
    instance: DialogInstance,
    reason: DialogReason,
  ): Promise<void> {
    return this.steps.end(instance, reason);
  }
}
