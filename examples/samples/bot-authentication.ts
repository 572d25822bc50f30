/** Signs people in, says who they are, and signs them out (sample 18, with Latchkey instead of its `OAuthPrompt`). */
import { ActivityHandler } from 'botbuilder';
import { ConfirmPrompt, DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { AuthorizeDialog, manageConnections, RunActionDialog } from 'latchkey/dialogs'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const dialogs = new DialogSet(host.conversationState.createProperty('dialogs'));
dialogs.add(new ConfirmPrompt('confirm'));
const authorizer = await setUpLatchkey(host); // +
dialogs.add(new AuthorizeDialog('signIn', authorizer)); // +
dialogs.add(new RunActionDialog('issues', jiraSearchMyIssues, authorizer)); // +

dialogs.add(
  new WaterfallDialog('main', [
    (step) => step.beginDialog('signIn', { integration: 'jira', purpose: 'know you' }), // +
    async (step) => {
      if (step.result?.status === 'connected') return await step.prompt('confirm', 'Shall I list your issues?');
      await step.context.sendActivity('You are not signed in. Try again.');
      return await step.endDialog();
    },
    async (step) => {
      if (!step.result) return await step.endDialog();
      return await step.beginDialog('issues'); // +
    },
  ]),
);

class AuthBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      // "disconnect jira" signs out
      if (await manageConnections(context, authorizer)) return; // +
      const dc = await dialogs.createContext(context);
      const result = await dc.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('main');
      await host.conversationState.saveChanges(context);
      await next();
    });
  }
}

serve(host, new AuthBot());
