import {
  DialogContext,
  DialogSet,
  type DialogState,
  DialogTurnStatus,
  WaterfallDialog,
} from '@microsoft/agents-hosting-dialogs';
import { type Authorizer, defineAction, z } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import { AuthorizeDialog, RunActionDialog } from 'latchkey/agents/dialogs';
import {
  fillCard,
  openTestChat,
  RecordingAdapter,
  startTestAuthorizer,
  type TestChat,
  wordsOf,
} from 'latchkey/agents/testing';
import { jotform } from 'latchkey/integrations';
import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import { afterEach, beforeEach, expect, it } from 'vitest';

let sandbox: Sandbox;
let authorizer: Authorizer;
let chat: TestChat;
let state: DialogState;
let results: unknown[];
let runs: string[];

const name = defineAction({
  id: 'test.name',
  title: 'Name it',
  purpose: 'name it',
  integration: 'jotform',
  scopes: [],
  input: z.object({ what: z.string().min(1).meta({ title: 'Which name?' }) }),
  run: async (_api, { what }) => {
    runs.push(what);
    return what;
  },
  answer: (what) => ({ title: `It is called ${what}` }),
});

beforeEach(async () => {
  state = { dialogStack: [] };
  results = [];
  runs = [];
  sandbox = await startSandbox();
  authorizer = await startTestAuthorizer({ integrations: [jotform({ sandbox: sandbox.jotform })] });
  const adapter = new RecordingAdapter();
  latchkey(adapter, authorizer);
  const otherwise = async (context: DialogContext['context']) => {
    if (context.activity.text !== 'hello') return false;
    await context.sendActivity('Hello yourself');
    return true;
  };
  const dialogs = new DialogSet()
    .add(new RunActionDialog('name', name, authorizer, { otherwise, announce: false }))
    .add(new AuthorizeDialog('connect', authorizer))
    .add(
      new WaterfallDialog('story', [
        (step) => step.beginDialog('name'),
        (step) => {
          results.push(step.result);
          return step.endDialog();
        },
      ]),
    )
    .add(
      new WaterfallDialog('account', [
        (step) => step.beginDialog('connect', { integration: 'jotform', purpose: 'list your forms' }),
        (step) => {
          results.push(step.result);
          return step.endDialog();
        },
      ]),
    );
  chat = openTestChat(adapter, async (context: unknown) => {
    if (!isOlder(context)) throw new Error('not a turn');
    const stack = new DialogContext(dialogs, context, state);
    const { text } = context.activity;
    if (text === 'drop everything') await stack.cancelAllDialogs();
    else if ((await stack.continueDialog()).status === DialogTurnStatus.empty && text) await stack.beginDialog(text);
  });
});

afterEach(async () => {
  await authorizer.close();
  await sandbox.close();
});

/** The dialogs' package has an older copy of the SDK, whose types do not fit the newer ones. */
function isOlder(context: unknown): context is DialogContext['context'] {
  return typeof context === 'object' && context !== null && 'sendActivity' in context;
}

it('a waterfall runs an action: asks, connects, goes on once, and has the output', async () => {
  expect(wordsOf(await chat.say('story'))).toContain('Which name?');
  const asked = await chat.say('Ann');
  expect(wordsOf(asked)).toContain('I need access to your Jotform account to name it.');
  expect(wordsOf(await chat.say('hello'))).toBe('Hello yourself');
  expect(wordsOf(await chat.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey })))).toContain(
    'Connected to Jotform',
  );
  expect(results).toEqual([{ status: 'done', output: 'Ann' }]);
  expect(runs).toEqual(['Ann']);
  await chat.say('story');
  await chat.say('Bob');
  expect(results.at(-1)).toEqual({ status: 'done', output: 'Bob' });
});

it('a waterfall only connects', async () => {
  const asked = await chat.say('account');
  await chat.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey }));
  expect(results).toEqual([{ status: 'connected' }]);
});

it('nothing goes on behind the back of a bot that has cancelled its dialogs', async () => {
  await chat.say('story');
  const asked = await chat.say('Ann');
  await chat.say('drop everything');
  expect(wordsOf(await chat.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey })))).toContain('no longer open');
  expect(runs).toEqual([]);
});
