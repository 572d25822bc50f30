import { ActionTypes, MessageFactory, type TurnContext } from 'botbuilder';
import { ComponentDialog, Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import {
  AuthorizeDialog,
  askedAction,
  askedConnection,
  englishWords,
  manageConnections,
  RunActionDialog,
} from 'latchkey/dialogs';

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
    if (englishWords.cancel.test(said)) await dc.context.sendActivity(this.authorizer.texts.nothingToCancel);
    else await offer(dc.context, this.actions, 'I did not get that. This is what I can do for you:');
  }

  /** True when the message was for the bot itself; also asked while a dialog of the library waits for something else. */
  private async hear(dc: DialogContext): Promise<boolean> {
    const said = (dc.context.activity.text ?? '').trim();
    if (await manageConnections(dc.context, this.authorizer)) return true;
    if (/^(?:help|hi|hello|hey|what can you do\??)$/i.test(said)) {
      await offer(dc.context, this.actions, 'This is what I can do for you:');
      return true;
    }
    const connect = askedConnection(said, this.authorizer);
    if (connect !== undefined) {
      await dc.beginDialog('connect', { integration: connect.id, purpose: this.authorizer.texts.connectPurpose });
      return true;
    }
    const asked = askedAction(said, this.actions);
    if (asked === undefined) return false;
    await dc.beginDialog(asked.action.id, asked.input);
    return true;
  }
}

/** Every action as a button that says its title. */
export function offer(context: TurnContext, actions: readonly AnyAction[], text: string): Promise<void> {
  return suggest(context, text, [...actions.map(({ title }) => title), 'connections']);
}

/** One action of each product, and the way to all of them. */
export function offerFirst(context: TurnContext, actions: readonly AnyAction[], text: string): Promise<void> {
  const firsts = new Map(actions.toReversed().map((action) => [action.integration, action.title]));
  return suggest(context, text, [...[...firsts.values()].toReversed(), 'help']);
}

async function suggest(context: TurnContext, text: string, titles: readonly string[]): Promise<void> {
  await context.sendActivity({
    ...MessageFactory.text(text),
    suggestedActions: { to: [], actions: titles.map((title) => ({ type: ActionTypes.ImBack, title, value: title })) },
  });
}
