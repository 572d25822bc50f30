/** Quick replies, postbacks and page links of Facebook Messenger (sample 23), where Latchkey uses plain text and links. */
import { ActivityHandler, type TurnContext } from 'botbuilder';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +

interface FacebookPayload {
  readonly postback?: { readonly payload: string };
  readonly message?: { readonly quick_reply?: { readonly payload: string } };
}

class FacebookBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await authorizer.converse(context)) return; // +
      const { postback, message }: FacebookPayload = context.activity.channelData ?? {};
      const chosen = postback?.payload ?? message?.quick_reply?.payload;
      if (chosen === undefined) await this.offer(context);
      else await context.sendActivity(`You chose ${chosen}.`);
      await next();
    });
  }

  private async offer(context: TurnContext): Promise<void> {
    const replies = ['Page name', 'Quick replies'].map((title) => ({ content_type: 'text', title, payload: title }));
    await context.sendActivity({
      type: 'message',
      text: 'What do you want to try?',
      channelData: { quick_replies: replies },
    });
  }
}

serve(host, new FacebookBot());
