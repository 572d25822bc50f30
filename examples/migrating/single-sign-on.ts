/** Silent sign-in in Teams: the bot sends the OAuth card, and Latchkey exchanges the token that Teams sends for it. */
import { TeamsActivityHandler, type TurnContext } from 'botbuilder';
import type { Authorizer } from 'latchkey';

export class SilentBot extends TeamsActivityHandler {
  private readonly authorizer: Authorizer;

  constructor(authorizer: Authorizer) {
    super();
    this.authorizer = authorizer;
  }

  protected override async handleTeamsSigninTokenExchange(context: TurnContext): Promise<void> {
    const { token } = context.activity.value;
    const { status } = await this.authorizer.exchangeToken(context, { integration: 'graph', token });
    // 412: Teams asks the person to sign in
    if (status !== 'connected') await context.sendActivity({ type: 'invokeResponse', value: { status: 412 } });
  }
}
