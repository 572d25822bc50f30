import { MessageFactory, type TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogReason,
  type DialogTurnResult,
  DialogTurnStatus,
  OAuthPrompt,
} from 'botbuilder-dialogs';
import { ANSWER } from './answer.ts';

/** The same for every contestant: begins its action, and says one line when it is done. */
export class RootDialog extends ComponentDialog {
  constructor(action: Dialog) {
    super('root');
    this.addDialog(action);
  }

  protected override async onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    const turn = await inner.beginDialog('action', {});
    if (turn.status === DialogTurnStatus.complete)
      await inner.context.sendActivity(MessageFactory.text(ANSWER, ANSWER));
    return turn;
  }
}

export type Act = (token: string) => Promise<unknown>;

/** An action's dialog without the library: gets its credential from `credential`. */
export class BareAction extends Dialog {
  private readonly act: Act;
  private readonly credential: (context: TurnContext) => string;

  constructor(act: Act, credential: (context: TurnContext) => string) {
    super('action');
    this.act = act;
    this.credential = credential;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.endDialog(await this.act(this.credential(dc.context)));
  }
}

/** The same with botbuilder's prompt in front. */
export class PromptedAction extends Dialog {
  private readonly act: Act;
  private readonly prompt = new OAuthPrompt('oauth', { connectionName: 'bench', title: 'Sign in' });

  constructor(act: Act) {
    super('action');
    this.act = act;
  }

  getDependencies(): Dialog[] {
    return [this.prompt];
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.beginDialog('oauth');
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: { readonly token?: string },
  ): Promise<DialogTurnResult> {
    if (result?.token === undefined) throw new Error('no token');
    return dc.endDialog(await this.act(result.token));
  }
}
