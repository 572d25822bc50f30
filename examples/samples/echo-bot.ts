/** Repeats what people say (sample 02), and lists their Jira issues when asked. */
import { ActivityHandler } from 'botbuilder';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await authorizer.converse(context)) return; // +
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      for (const { id } of context.activity.membersAdded ?? []) {
        if (id !== context.activity.recipient.id) await context.sendActivity('Hello and welcome!');
      }
      await next();
    });
  }
}

serve(host, new EchoBot());
