import assert from 'node:assert/strict';
import test from 'node:test';
import { jiraSearchMyIssues } from 'latchkey/actions';
import { latchkey } from 'latchkey/agents';
import { jira } from 'latchkey/integrations';
import { startSandbox } from 'latchkey/sandbox';
import { connectInBrowser, linkIn, openTestChat, RecordingAdapter, startTestAuthorizer, wordsOf } from 'latchkey/agents/testing';

test('my bot lists issues as soon as somebody has connected', async (t) => {
  const sandbox = await startSandbox();
  t.after(() => sandbox.close());
  const integrations = [jira({ ...sandbox.jira, sandbox: sandbox.jira })];
  const authorizer = await startTestAuthorizer({ integrations, actions: [jiraSearchMyIssues] });
  t.after(() => authorizer.close()); // also if the test fails: otherwise its process would not end
  const adapter = new RecordingAdapter();
  latchkey(adapter, authorizer);
  const alice = openTestChat(adapter, (context) => authorizer.run(context, jiraSearchMyIssues, {})); // your bot
  const code = await connectInBrowser(linkIn(await alice.say('my issues')));
  assert.match(wordsOf(await alice.say(code)), /Connected to Jira[^]*KAN-/);
  assert.match(wordsOf(await alice.say('my issues')), /KAN-/);
});
