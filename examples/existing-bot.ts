/**
 * A typical bot: restify, CloudAdapter, one waterfall. The lines between the marks add Latchkey; the rest was there before. It
 * runs against the sandbox, so you don't have to register anything:
 *
 *     node --conditions=@latchkey/source examples/existing-bot.ts
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
} from 'botbuilder';
import {
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
// + latchkey
import { createAuthorizer } from 'latchkey';
import { jiraCreateIssue } from 'latchkey/actions';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
import restify from 'restify';
import { exampleSettings } from './example-settings.ts';

// - latchkey

const server = restify.createServer({ name: 'Help desk bot' });
server.use(restify.plugins.bodyParser());
const { publicUrl, store, keys, appId, jiraApp, registration } = await exampleSettings(server);

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(registration));
adapter.onTurnError = async (context: TurnContext, error: Error) => {
  console.error(error);
  await context.sendActivity('Sorry, something went wrong.');
};

const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialogs'));
dialogs.add(new TextPrompt('text'));

async function askForSummary(step: WaterfallStepContext) {
  return await step.prompt('text', 'What is broken?');
}

async function createIssue(step: WaterfallStepContext) {
  // + latchkey
  return await step.beginDialog('createIssue', { project: 'KAN', summary: step.result });
  // - latchkey
}

async function thank(step: WaterfallStepContext) {
  if (step.result?.status === 'done')
    await step.context.sendActivity(`Thank you! We'll look at ${step.result.output.key}.`);
  return await step.endDialog();
}

dialogs.add(new WaterfallDialog('report', [askForSummary, createIssue, thank]));

// + latchkey
const authorizer = await createAuthorizer({
  publicUrl,
  store,
  keys,
  appId,
  integrations: [jira(jiraApp)],
  // for development on one machine only: a real bot has an app id and leaves this line out
  allowUnauthenticatedLoopback: appId === '',
});
adapter.use(authorizerMiddleware(authorizer, { adapter }));
authorizer.mount(server);
dialogs.add(new RunActionDialog('createIssue', jiraCreateIssue, authorizer));
// - latchkey

class HelpDeskBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dc = await dialogs.createContext(context);
      const result = await dc.continueDialog();
      if (result.status === DialogTurnStatus.empty) await dc.beginDialog('report');
      await state.saveChanges(context);
      await next();
    });
  }
}

const bot = new HelpDeskBot();
server.post('/api/messages', async (req, res) => {
  const { body, headers, method = 'POST' } = req;
  await adapter.process({ body, headers, method }, res, (context) => bot.run(context));
});
// + latchkey
// finishes the work in progress and begins nothing new
process.once('SIGTERM', () => authorizer.close(server).then(() => process.exit()));
// - latchkey
console.log(`Bot: ${publicUrl}/api/messages`);
