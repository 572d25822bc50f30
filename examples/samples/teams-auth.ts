/** Sign-in in Microsoft Teams (sample 46). No `signin/verifyState` is needed: the person types the code. */
import { TeamsActivityHandler, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import { jiraSearchMyIssues } from 'latchkey/actions'; // +
import { manageConnections, RunActionDialog } from 'latchkey/dialogs'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

const host = await openHost();
const dialogs = new DialogSet(host.conversationState.createProperty('dialogs'));
const authorizer = await setUpLatchkey(host); // +
dialogs.add(new RunActionDialog('issues', jiraSearchMyIssues, authorizer)); // +
dialogs.add(
  new WaterfallDialog('main', [
    (step) => step.beginDialog('issues'), // +
    async (step) => {
      if (step.result?.status === 'done') await step.context.sendActivity('That is all I know of you.');
      return await step.endDialog();
    },
  ]),
);

class TeamsAuthBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await manageConnections(context, authorizer)) return; // +
      await this.goOn(context);
      await next();
    });
  }

  private async goOn(context: TurnContext): Promise<void> {
    const dc = await dialogs.createContext(context);
    const result = await dc.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dc.beginDialog('main');
    await host.conversationState.saveChanges(context);
  }
}

serve(host, new TeamsAuthBot());
