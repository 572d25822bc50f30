/**
 * A bot without dialogs: `authorizer.converse` understands what people ask for and asks for what is missing. An action that
 * has to wait runs by itself once the person has connected. Also shows an action of your own.
 *
 *     node --conditions=@latchkey/source examples/without-dialogs.ts
 */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createAuthorizer, defineAction, z } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
import restify from 'restify';
import { exampleSettings } from './example-settings.ts';

const countMyIssues = defineAction({
  id: 'example.countMyIssues',
  title: 'Count my Jira issues',
  purpose: 'count your open issues',
  integration: 'jira',
  scopes: ['read:jira-work'],
  effect: 'read',
  input: z.object({ project: z.string().regex(/^[A-Z]{2,10}$/) }),
  run: async (api, { project }) => {
    const jql = `project = ${project} AND assignee = currentUser() AND statusCategory != Done`;
    const { data } = await api.post<{ issues: unknown[] }>('/rest/api/3/search/jql', { jql, maxResults: 50 });
    return data.issues.length;
  },
  answer: (count) => ({ title: `You have ${count} open issues.` }),
});

const server = restify.createServer({ name: 'Issue counter' });
server.use(restify.plugins.bodyParser());
const { publicUrl, store, keys, appId, jiraApp, registration } = await exampleSettings(server);

const authorizer = await createAuthorizer({
  publicUrl,
  store,
  keys,
  appId,
  integrations: [jira(jiraApp)],
  // actions that wait for a connection must be known again after a restart
  actions: [countMyIssues],
  allowUnauthenticatedLoopback: appId === '',
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(registration));
adapter.use(authorizerMiddleware(authorizer, { adapter }));
authorizer.mount(server);

class IssueCounter extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      if (await authorizer.converse(context)) return;
      await authorizer.run(context, countMyIssues, { project: 'KAN' });
      await next();
    });
  }
}

const bot = new IssueCounter();
server.post('/api/messages', async (req, res) => {
  const { body, headers, method = 'POST' } = req;
  await adapter.process({ body, headers, method }, res, (context) => bot.run(context));
});
// finishes the work in progress and begins nothing new
process.once('SIGTERM', () => authorizer.close(server).then(() => process.exit()));
console.log(`Bot: ${publicUrl}/api/messages`);
