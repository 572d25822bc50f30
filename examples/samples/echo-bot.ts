/** Says what it hears (sample 02), and lists the person's Jira issues when it is asked to. */
import { ActivityHandler } from 'botbuilder';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { askedAction, manageAuthorizations, manageConnections } from 'latchkey/dialogs'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await manageAuthorizations(context, authorizer)) return; // +
      if (await manageConnections(context, authorizer)) return; // +
      const asked = askedAction(context.activity.text, [jiraSearchMyIssues]); // +
      if (asked !== undefined) await authorizer.run(context, asked.action, asked.input); // +
      if (asked !== undefined) return; // +
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
