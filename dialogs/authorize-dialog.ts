import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { checkAuthorizer } from '../src/chat/check-authorizer.ts';
import { sayCannotConnect } from '../src/chat/say.ts';
import { turnOf } from '../src/chat/turn.ts';
import type { Authorizer, ErrandOver } from '../src/index.ts';
import { ErrandDialog, type ErrandDialogSettings } from './errand-dialog.ts';

export interface AuthorizeOptions {
  readonly integration: string;
  /** Completes "I need access to Jira to …". */
  readonly purpose: string;
  readonly scopes?: readonly string[];
  readonly reason?: 'none' | 'ended' | 'scope';
  /** With the reason `scope`. */
  readonly missingScopes?: readonly string[];
  /** The connection that ended. */
  readonly connectionId?: string;
  /** Default: the person chooses where the product has several. */
  readonly profile?: string;
}

export type AuthorizeResult = Extract<ErrandOver, { status: 'connected' | 'not_connected' | 'elsewhere' }>;

export type AuthorizeDialogSettings = ErrandDialogSettings;

/** Asks the person to connect, without an action to run afterwards. */
export class AuthorizeDialog extends ErrandDialog {
  constructor(dialogId: string, authorizer: Authorizer, settings: AuthorizeDialogSettings = {}) {
    checkAuthorizer(authorizer, 'new AuthorizeDialog(dialogId, authorizer)');
    super(dialogId, authorizer, settings);
  }

  override async beginDialog(dc: DialogContext, options: AuthorizeOptions): Promise<DialogTurnResult> {
    const { integration, purpose, scopes = [], reason = 'none', missingScopes, connectionId, profile } = options;
    const { sender } = turnOf(dc.context);
    if (sender.status === 'known') {
      const why = this.authorizer.connectRefusal({ owner: sender.owner, integration, profile });
      if (why !== undefined) {
        await sayCannotConnect(dc.context, this.authorizer, integration, why);
        return dc.endDialog({ status: 'not_connected', why } satisfies AuthorizeResult);
      }
    }
    const lacks = {
      reason,
      ...(missingScopes === undefined ? {} : { missingScopes }),
      ...(connectionId === undefined ? {} : { connectionId }),
    };
    const asked = { connect: { purpose, scopes }, integration, lacks, by: 'dialog' } as const;
    return this.start(dc, profile === undefined ? asked : { ...asked, profile });
  }
}
