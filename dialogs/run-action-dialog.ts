import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { checkAuthorizer } from '../src/chat/check-authorizer.ts';
import type { AnyAction, Authorizer, ErrandOver } from '../src/index.ts';
import { ErrandDialog, type ErrandDialogSettings } from './errand-dialog.ts';

/** What a waterfall finds in `step.result`. */
export type ActionResult<Output = unknown> = Exclude<ErrandOver<Output>, { status: 'connected' }>;

export interface RunActionSettings extends ErrandDialogSettings {
  /** Default true: the result is said in the chat. Why there is none is always said. */
  readonly announce?: boolean;
  /** Asks for this authorization profile only. Default: the person chooses where a product has several. */
  readonly profile?: string;
}

/**
 * Runs one action: asks for what the person has not said yet, asks for the connection if there is none, and ends with the
 * action's result. `beginDialog(id, input)` takes what is known already.
 */
export class RunActionDialog extends ErrandDialog {
  private readonly action: AnyAction;
  private readonly how: Pick<RunActionSettings, 'announce' | 'profile'>;

  constructor(dialogId: string, action: AnyAction, authorizer: Authorizer, settings: RunActionSettings = {}) {
    checkAuthorizer(authorizer, 'new RunActionDialog(dialogId, action, authorizer)');
    super(dialogId, authorizer, settings);
    authorizer.register(action);
    this.action = action;
    this.how = settings;
  }

  override beginDialog(dc: DialogContext, input?: object): Promise<DialogTurnResult> {
    const { announce, profile } = this.how;
    return this.start(dc, {
      action: this.action,
      input,
      by: 'dialog',
      ...(announce === false ? { isSilent: true } : {}),
      ...(profile === undefined ? {} : { profile }),
    });
  }
}
