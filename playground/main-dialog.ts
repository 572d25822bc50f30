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
  wordsIn,
} from 'latchkey/dialogs';
import { helpText, suggestions } from './what-to-ask.ts';

const THANKS = /^(?:many |ok,? )?(?:thanks|thank you|thx|cheers)(?: a lot| so much| very much)?[.!]*$/i;

/** The sample bot's root: hears what is asked for and begins the action's dialog. It never ends, so it never restarts. */
export class MainDialog extends ComponentDialog {
  private readonly authorizer: Authorizer;
  private readonly actions: readonly AnyAction[];

  constructor(authorizer: Authorizer, actions: readonly AnyAction[]) {
    super('main');
    this.authorizer = authorizer;
    this.actions = actions;
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
    // also when a dialog has ended without a word, because the message was not for it
    if (dc.context.activity.type === 'message' && !dc.context.responded) await this.hearOrOffer(dc);
    return Dialog.EndOfTurn;
  }

  private async hearOrOffer(dc: DialogContext): Promise<void> {
    const said = (dc.context.activity.text ?? '').trim();
    if (said === '' || (await this.hear(dc))) return;
    // also where this bot has lost its state
    if (await manageAuthorizations(dc.context, this.authorizer)) return;
    if (wordsIn(dc.context.activity.locale ?? 'en').cancel.test(said))
      await dc.context.sendActivity(this.authorizer.textsIn(dc.context.activity.locale).nothingToCancel);
    else if (THANKS.test(said)) await dc.context.sendActivity("You're welcome!");
    else
      await offer(
        dc.context,
        this.authorizer,
        'I did not get that. Say *help* for what I can do, or choose one of these:',
      );
  }

  /** True when the message was for the bot itself; also asked while a dialog of the library waits for something else. */
  private async hear(dc: DialogContext): Promise<boolean> {
    const said = (dc.context.activity.text ?? '').trim();
    if (await manageConnections(dc.context, this.authorizer)) return true;
    if (/^(?:help|hi|hello|hey|what can you do\??)$/i.test(said)) {
      await offer(dc.context, this.authorizer, helpText(this.authorizer.integrations));
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

/** Says something, with one thing to ask for at each product as a button. */
export async function offer(context: TurnContext, authorizer: Authorizer, text: string): Promise<void> {
  const actions = suggestions(authorizer.integrations).map((title) => ({
    type: ActionTypes.ImBack,
    title,
    value: title,
  }));
  await context.sendActivity({ ...MessageFactory.text(text), suggestedActions: { to: [], actions } });
}
