/** The same in JavaScript and CommonJS. */
const { ActivityHandler } = require('botbuilder');
const { jiraSearchMyIssues } = require('latchkey/actions'); // +
const { askedAction, manageAuthorizations, manageConnections } = require('latchkey/dialogs'); // +
const { setUpLatchkey } = require('./set-up.ts'); // +
const { openHost, serve } = require('./host.ts');

class EchoBot extends ActivityHandler {
  constructor(authorizer) {
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
  }
}

openHost().then(async (host) => {
  const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +
  serve(host, new EchoBot(authorizer));
});
