/** Mentions people, shows a card, and speaks in channels of Microsoft Teams (sample 57). */
import { ActionTypes, CardFactory, MessageFactory, TeamsActivityHandler, TurnContext } from 'botbuilder';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +

class TeamsConversationBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await authorizer.converse(context)) return; // +
      TurnContext.removeRecipientMention(context.activity);
      const said = context.activity.text.trim().toLowerCase();
      if (said.includes('mention')) await this.mention(context);
      else await this.showCard(context);
      await next();
    });
  }

  private async mention(context: TurnContext): Promise<void> {
    const { from } = context.activity;
    const text = `<at>${from.name}</at>`;
    const reply = MessageFactory.text(`Hi ${text}`);
    reply.entities = [{ type: 'mention', mentioned: from, text }];
    await context.sendActivity(reply);
  }

  private async showCard(context: TurnContext): Promise<void> {
    const card = CardFactory.heroCard('Welcome!', undefined, [
      { type: ActionTypes.MessageBack, title: 'Mention me', value: null, text: 'mention' },
    ]);
    await context.sendActivity(MessageFactory.attachment(card));
  }
}

serve(host, new TeamsConversationBot());
