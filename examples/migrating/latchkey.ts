/** The same bot with Latchkey. docs/migrate-from-oauthprompt.md goes through the difference. */
import { TeamsActivityHandler, type TurnContext, type UserState } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  type DialogState,
  type DialogTurnResult,
  runDialog,
} from 'botbuilder-dialogs';
import { type Authorizer, defineAction, z } from 'latchkey';
import { disconnect, RunActionDialog } from 'latchkey/dialogs';

const whoAmI = defineAction({
  id: 'bot.whoAmI',
  title: 'Who am I at GitHub?',
  purpose: 'see who you are',
  integration: 'github',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  run: async (api) => (await api.get<{ readonly login: string }>('/user')).data.login,
  answer: (login) => ({ title: `You are ${login}` }),
});

/** Says who somebody is at GitHub. `logout` signs out. */
export class ProfileDialog extends ComponentDialog {
  constructor(authorizer: Authorizer) {
    super('profile');
    this.addDialog(new RunActionDialog('whoAmI', whoAmI, authorizer));
    this.initialDialogId = 'whoAmI';
  }

  protected override async onBeginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return (await this.hearLogout(dc)) ?? super.onBeginDialog(dc, options);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return (await this.hearLogout(dc)) ?? super.onContinueDialog(dc);
  }

  private async hearLogout(dc: DialogContext): Promise<DialogTurnResult | undefined> {
    if (dc.context.activity.text !== 'logout') return undefined;
    await disconnect(dc.context, 'github');
    await dc.context.sendActivity('You are signed out.');
    return dc.cancelAllDialogs();
  }
}

export class ProfileBot extends TeamsActivityHandler {
  private readonly goOn: (context: TurnContext) => Promise<void>;

  constructor(state: UserState, dialog: ProfileDialog) {
    super();
    // a new name: the state that the old bot stored names dialogs that no longer exist
    const dialogs = state.createProperty<DialogState>('latchkeyDialogs');
    this.goOn = (context) => runDialog(dialog, context, dialogs);
    this.onMessage(async (context, next) => {
      await this.goOn(context);
      await next();
    });
    this.onDialog(async (context, next) => {
      await state.saveChanges(context);
      await next();
    });
  }
}
