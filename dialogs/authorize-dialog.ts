import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { type AuthorizeOptions, wantedConnection } from '../src/chat/dialog-options.ts';
import type { Authorizer } from '../src/index.ts';
import { ErrandDialog, type ErrandDialogSettings } from './errand-dialog.ts';

export type AuthorizeDialogSettings = ErrandDialogSettings;

/** Asks the person to connect, without running an action afterwards. */
export class AuthorizeDialog extends ErrandDialog {
  constructor(dialogId: string, authorizer: Authorizer, settings: AuthorizeDialogSettings = {}) {
    super(dialogId, authorizer, 'new AuthorizeDialog(dialogId, authorizer)', settings);
  }

  override beginDialog(dc: DialogContext, options: AuthorizeOptions): Promise<DialogTurnResult> {
    return this.steps.begin(dc, wantedConnection(options));
  }
}
