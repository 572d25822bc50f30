import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationState as AgentsConversationState } from '@microsoft/agents-hosting';
import {
  DialogSet as AgentsDialogSet,
  WaterfallDialog as AgentsWaterfallDialog,
} from '@microsoft/agents-hosting-dialogs';
import { ConversationState } from 'botbuilder';
import { DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import { type Authorizer, defineAction, z } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import { RunActionDialog as AgentsRunActionDialog } from 'latchkey/agents/dialogs';
import { RecordingAdapter as AgentsRecordingAdapter } from 'latchkey/agents/testing';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { jotform } from 'latchkey/integrations';
import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import {
  fillCard,
  openTestChat,
  RecordingAdapter,
  startTestAuthorizer,
  type TestChat,
  wordsOf,
} from 'latchkey/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runDialogs } from '../../examples/migrating/agents-dialogs.ts';

const name = defineAction({
  id: 'test.name',
  title: 'Name it',
  purpose: 'name it',
  integration: 'jotform',
  scopes: [],
  input: z.object({ what: z.string().min(1).meta({ title: 'Which name?' }) }),
  run: async (_api, { what }) => what,
  answer: (what) => ({ title: `It is called ${what}` }),
});

let sandbox: Sandbox;
let folder: string;
let keys: string;
const opened: Authorizer[] = [];
beforeEach(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), 'latchkey-dialogs-'));
  keys = `test:${randomBytes(32).toString('base64')}`;
});
afterEach(async () => {
  for (const authorizer of opened.splice(0)) await authorizer.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The next process of the bot, over the same store. */
async function start(): Promise<Authorizer> {
  for (const authorizer of opened.splice(0)) await authorizer.close();
  const store = `sqlite:${join(folder, 'latchkey.db')}`;
  const authorizer = await startTestAuthorizer({ integrations: [jotform({ sandbox: sandbox.jotform })], store, keys });
  opened.push(authorizer);
  return authorizer;
}

const BOTS = {
  async botbuilder(): Promise<TestChat> {
    const authorizer = await start();
    const adapter = new RecordingAdapter();
    adapter.use(authorizerMiddleware(authorizer, { adapter }));
    const state = new ConversationState(authorizer.storage);
    const dialogs = new DialogSet(state.createProperty('DialogState'));
    dialogs.add(new RunActionDialog('name', name, authorizer));
    dialogs.add(
      new WaterfallDialog('story', [
        (step) => step.beginDialog('name'),
        async (step) => {
          await step.context.sendActivity(`The end: ${step.result.status}`);
          return await step.endDialog();
        },
      ]),
    );
    return openTestChat(adapter, async (context) => {
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog('story');
      await state.saveChanges(context);
    });
  },
  async agents(): Promise<TestChat> {
    const authorizer = await start();
    const adapter = new AgentsRecordingAdapter();
    latchkey(adapter, authorizer);
    const dialogs = new AgentsDialogSet().add(new AgentsRunActionDialog('name', name, authorizer)).add(
      new AgentsWaterfallDialog('story', [
        (step) => step.beginDialog('name'),
        async (step) => {
          await step.context.sendActivity(`The end: ${step.result.status}`);
          return await step.endDialog();
        },
      ]),
    );
    return openTestChat(adapter, runDialogs(dialogs, new AgentsConversationState(authorizer.storage), 'story'));
  },
};

it('docs/migrate-to-agents.md shows the file that these bots run with', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  const code = read('examples/migrating/agents-dialogs.ts').replace(/^\/\*\*.*\*\/\n/, '');
  expect(read('docs/migrate-to-agents.md')).toContain(code);
});

describe.each([{ from: 'botbuilder', to: 'agents' } as const, { from: 'agents', to: 'botbuilder' } as const])(
  'over the storage of the authorizer, a dialog that began with $from goes on with $to',
  ({ from, to }) => {
    it('when the question of an action is open', async () => {
      expect(wordsOf(await (await BOTS[from]()).say('hello'))).toBe('Which name?');
      const alice = await BOTS[to]();
      expect(wordsOf(await alice.say('Ann'))).toContain('I need access to your Jotform account to name it.');
    });

    it('when a key is asked for, and once', async () => {
      const before = await BOTS[from]();
      await before.say('hello');
      const asked = await before.say('Ann');
      const alice = await BOTS[to]();
      const done = wordsOf(await alice.send(fillCard(asked, { apiKey: sandbox.jotform.apiKey })));
      expect(done).toMatch(/Connected to Jotform[\s\S]*It is called Ann[\s\S]*The end: done$/);
      expect(wordsOf(await alice.say('hello'))).toBe('Which name?');
    });
  },
);
