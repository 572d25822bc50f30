/**
 * A whole bot in one file of JavaScript, with the fifteen lines of the README between the marks. It runs on your own machine
 * against the sandbox's Jira, so you don't have to register anything:
 *
 *     npm i --ignore-scripts botbuilder@4.23 botbuilder-dialogs@4.23 restify@12 and Latchkey's package file
 *     LATCHKEY_KEYS=$(npx latchkey keys new) node first-bot.mjs
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
} from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
// + latchkey
import { createAuthorizer } from 'latchkey';
import { jiraCreateIssue } from 'latchkey/actions';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
// - latchkey
import { startSandbox } from 'latchkey/sandbox';
import restify from 'restify';

const port = Number(process.env.PORT ?? 3978);
const server = restify.createServer({ name: 'Help desk' });
server.use(restify.plugins.bodyParser());
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(process.env));
const state = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(state.createProperty('dialogs'));
dialogs.add(new TextPrompt('text'));

// until you have an OAuth app of your own at Atlassian
const sandbox = await startSandbox();
const jiraApp = { ...sandbox.jira, sandbox: sandbox.jira };

// + latchkey
const authorizer = await createAuthorizer({
  publicUrl: `http://127.0.0.1:${port}`,
  store: 'sqlite:latchkey.db',
  keys: process.env.LATCHKEY_KEYS ?? '',
  integrations: [jira(jiraApp)],
  allowUnauthenticatedLoopback: true,
});
adapter.use(authorizerMiddleware(authorizer, { adapter }));
authorizer.mount(server);
dialogs.add(new RunActionDialog('createIssue', jiraCreateIssue, authorizer));
// - latchkey

dialogs.add(
  new WaterfallDialog('report', [
    (step) => step.prompt('text', 'What is broken?'),
    async (step) => {
      // + latchkey
      return await step.beginDialog('createIssue', { project: 'KAN', summary: step.result });
      // - latchkey
    },
    async (step) => {
      if (step.result?.status === 'done') await step.context.sendActivity(`We'll look at ${step.result.output.key}.`);
      return await step.endDialog();
    },
  ]),
);

class HelpDesk extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog('report');
      await state.saveChanges(context);
      await next();
    });
  }
}

const bot = new HelpDesk();
server.post('/api/messages', async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context));
});
process.once('SIGTERM', () => authorizer.close(server).then(() => process.exit()));
server.listen(port, '127.0.0.1', () => console.log(`Bot: http://127.0.0.1:${port}/api/messages`));
