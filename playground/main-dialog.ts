import { ActionTypes, MessageFactory, type TurnContext } from 'botbuilder';
import { ComponentDialog, Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import {
  AuthorizeDialog,
  askedAction,
  askedConnection,
  manageAuthorizations,
  manageConnections,
  RunActionDialog,
} from 'latchkey/dialogs';
import { createSmallTalk, type OwnAnswer, type SmallTalk } from './small-talk.ts';

/** The sample bot's root: begins the dialog of the requested action. It never ends, so it never restarts. */
export class MainDialog extends ComponentDialog {
  private readonly authorizer: Authorizer;
  private readonly actions: readonly AnyAction[];
  private readonly smallTalk: SmallTalk;

  constructor(authorizer: Authorizer, actions: readonly AnyAction[]) {
    super('main');
    this.authorizer = authorizer;
    this.actions = actions;
    this.smallTalk = createSmallTalk(authorizer, actions);
    this.addDialog(new AuthorizeDialog('connect', authorizer, { otherwise: (_context, dc) => this.hear(dc) }));
    for (const action of actions) {
      this.addDialog(
        new RunActionDialog(action.id, action, authorizer, { otherwise: (_context, dc) => this.hear(dc) }),
      );
    }
  }

  protected override async onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.onContinueDialog(dc);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (dc.activeDialog !== undefined) await dc.continueDialog();
    // also if a dialog has ended silently, because the message was not for it
    if (dc.context.activity.type === 'message' && !dc.context.responded) await this.hearOrOffer(dc);
    return Dialog.EndOfTurn;
  }

  private async hearOrOffer(dc: DialogContext): Promise<void> {
    const said = (dc.context.activity.text ?? '').trim();
    if (said === '' || (await this.hear(dc))) return;
    // also if this bot has lost its state
    if (await manageAuthorizations(dc.context, this.authorizer)) return;
    await offer(dc.context, this.smallTalk.otherwise(said, dc.context.activity.locale));
  }

  /** True if the message was for the bot itself. Also called while a dialog of the library waits for something else. */
  private async hear(dc: DialogContext): Promise<boolean> {
    const said = (dc.context.activity.text ?? '').trim();
    if (await manageConnections(dc.context, this.authorizer)) return true;
    const aside = this.smallTalk.aside(said, dc.context.activity.locale);
    if (aside !== undefined) {
      await offer(dc.context, aside);
      return true;
    }
    const connect = askedConnection(said, this.authorizer);
    if (connect !== undefined) {
      const purpose = this.authorizer.textsIn(dc.context.activity.locale).connectPurpose;
      await dc.beginDialog('connect', { integration: connect.id, purpose });
      return true;
    }
    const asked = askedAction(said, this.actions, (title) =>
      this.authorizer.translate(title, dc.context.activity.locale),
    );
    if (asked === undefined) return false;
    await dc.beginDialog(asked.action.id, asked.input);
    return true;
  }
}

/** Sends it, with buttons for what people can ask for. */
export async function offer(context: TurnContext, answer: OwnAnswer): Promise<void> {
  const actions = answer.suggestions.map((title) => ({ type: ActionTypes.ImBack, title, value: title }));
  const suggestedActions = actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
  await context.sendActivity({ ...MessageFactory.text(answer.text), ...suggestedActions });
}
