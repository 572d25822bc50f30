/** Asks several questions in a waterfall (sample 05), and files the answers as a Jira issue. */
import { ActivityHandler } from 'botbuilder';
import {
  ChoicePrompt,
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import { jiraCreateIssue } from 'latchkey/actions'; // +
import { RunActionDialog } from 'latchkey/dialogs'; // +
import { openHost, serve } from './host.ts';
import { setUpLatchkey } from './set-up.ts'; // +

interface Profile {
  transport?: string;
  name?: string;
  age?: number;
}

const host = await openHost();
const dialogs = new DialogSet(host.conversationState.createProperty('dialogs'));
dialogs.add(new ChoicePrompt('choice'));
dialogs.add(new TextPrompt('text'));
dialogs.add(new NumberPrompt('number', async ({ recognized }) => (recognized.value ?? 0) > 0));
dialogs.add(new ConfirmPrompt('confirm'));
dialogs.add(new RunActionDialog('file', jiraCreateIssue, await setUpLatchkey(host))); // +

const profileOf = (step: WaterfallStepContext<Profile>): Profile => step.options;

dialogs.add(
  new WaterfallDialog<Profile>('profile', [
    (step) => step.prompt('choice', { prompt: 'How do you travel?', choices: ['Car', 'Bus', 'Bicycle'] }),
    (step) => {
      profileOf(step).transport = step.result.value;
      return step.prompt('text', 'What is your name?');
    },
    (step) => {
      profileOf(step).name = step.result;
      return step.prompt('number', { prompt: 'How old are you?', retryPrompt: 'Please give a number above 0.' });
    },
    (step) => {
      profileOf(step).age = step.result;
      return step.prompt('confirm', 'Shall I file that?');
    },
    async (step) => {
      if (!step.result) return await step.endDialog();
      const { name, age, transport } = profileOf(step);
      return await step.beginDialog('file', { project: 'KAN', summary: `${name}, ${age}, comes by ${transport}` }); // +
    },
    async (step) => {
      if (step.result?.status === 'done') await step.context.sendActivity(`It is ${step.result.output.key}.`);
      return await step.endDialog();
    },
  ]),
);

class DialogBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dc = await dialogs.createContext(context);
      const result = await dc.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('profile', {});
      await host.conversationState.saveChanges(context);
      await next();
    });
  }
}

serve(host, new DialogBot());
