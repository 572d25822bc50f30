/** A typical bot with the Bot Framework's own sign-in: examples/migrating/latchkey.ts before the change. */
import { TeamsActivityHandler, type TurnContext, type UserState } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  type DialogState,
  type DialogTurnResult,
  OAuthPrompt,
  runDialog,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';

/** Says who somebody is at GitHub. `logout` signs out. */
export class ProfileDialog extends ComponentDialog {
  private readonly connectionName: string;

  constructor(connectionName: string) {
    super('profile');
    this.connectionName = connectionName;
    this.addDialog(
      new OAuthPrompt('signIn', { connectionName, title: 'Sign in', text: 'Please sign in', timeout: 300_000 }),
    );
    this.addDialog(new WaterfallDialog('steps', [this.signIn, this.sayWho]));
    this.initialDialogId = 'steps';
  }

  private signIn = async (step: WaterfallStepContext): Promise<DialogTurnResult> => step.beginDialog('signIn');

  private sayWho = async (step: WaterfallStepContext): Promise<DialogTurnResult> => {
    if (step.result?.token === undefined) {
      await step.context.sendActivity('You are not signed in. Ask me again.');
      return step.endDialog();
    }
    const headers = { authorization: `Bearer ${step.result.token}` };
    const answer = await fetch('https://api.github.com/user', { headers });
    const { login } = (await answer.json()) as { readonly login: string };
    await step.context.sendActivity(`You are ${login}`);
    return step.endDialog();
  };

  protected override async onBeginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return (await this.hearLogout(dc)) ?? super.onBeginDialog(dc, options);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return (await this.hearLogout(dc)) ?? super.onContinueDialog(dc);
  }

  private async hearLogout(dc: DialogContext): Promise<DialogTurnResult | undefined> {
    if (dc.context.activity.text !== 'logout') return undefined;
    const { adapter, turnState, activity } = dc.context;
    const tokens = turnState.get(Reflect.get(adapter, 'UserTokenClientKey'));
    await tokens.signOutUser(activity.from.id, this.connectionName, activity.channelId);
    await dc.context.sendActivity('You are signed out.');
    return dc.cancelAllDialogs();
  }
}

export class ProfileBot extends TeamsActivityHandler {
  private readonly goOn: (context: TurnContext) => Promise<void>;

  constructor(state: UserState, dialog: ProfileDialog) {
    super();
    const dialogs = state.createProperty<DialogState>('dialogs');
    this.goOn = (context) => runDialog(dialog, context, dialogs);
    this.onMessage(async (context, next) => {
      await this.goOn(context);
      await next();
    });
    this.onTokenResponseEvent(async (context, next) => {
      await this.goOn(context);
      await next();
    });
    this.onDialog(async (context, next) => {
      await state.saveChanges(context);
      await next();
    });
  }

  protected override async handleTeamsSigninVerifyState(context: TurnContext): Promise<void> {
    await this.goOn(context);
  }
}
