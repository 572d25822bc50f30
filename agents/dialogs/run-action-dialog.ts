import type { DialogContext, DialogTurnResult } from '@microsoft/agents-hosting-dialogs';
import { type RunActionOptions, wantedRun } from '../../src/chat/dialog-options.ts';
import type { AnyAction, Authorizer } from '../../src/index.ts';
import { ErrandDialog, type ErrandDialogSettings } from './errand-dialog.ts';

export interface RunActionSettings extends ErrandDialogSettings, RunActionOptions {}

/**
 * Runs one action: asks for missing inputs, asks for the connection if there is none, and ends with the action's result.
 * Pass the inputs that you know already: `beginDialog(id, input)`.
 */
export class RunActionDialog extends ErrandDialog {
  private readonly action: AnyAction;
  private readonly how: RunActionOptions;

  constructor(dialogId: string, action: AnyAction, authorizer: Authorizer, settings: RunActionSettings = {}) {
    super(dialogId, authorizer, 'new RunActionDialog(dialogId, action, authorizer)', settings);
    authorizer.register(action);
    this.action = action;
    this.how = settings;
  }

  override beginDialog(dc: DialogContext, input?: object): Promise<DialogTurnResult> {
    return this.steps.begin(dc, wantedRun(this.action, input, this.how));
  }
}
