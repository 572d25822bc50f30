/** echo-bot.ts in JavaScript and CommonJS. */
const { ActivityHandler } = require('botbuilder');
const { jiraSearchMyIssues } = require('latchkey/actions'); // +
const { setUpLatchkey } = require('./set-up.ts'); // +
const { openHost, serve } = require('./host.ts');

class EchoBot extends ActivityHandler {
  constructor(authorizer) {
    super();
    this.onMessage(async (context, next) => {
      if (await authorizer.converse(context)) return; // +
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

openHost().then(async (host) => {
  const authorizer = await setUpLatchkey(host, jiraSearchMyIssues); // +
  serve(host, new EchoBot(authorizer));
});
