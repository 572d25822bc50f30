import { DialogSet as AgentsDialogSet, DialogContext, type DialogState } from '@microsoft/agents-hosting-dialogs';
import { ConversationState, MemoryStorage } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs';
import type { AnyAction, Authorizer } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import {
  AuthorizeDialog as AgentsAuthorizeDialog,
  RunActionDialog as AgentsRunActionDialog,
} from 'latchkey/agents/dialogs';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { AuthorizeDialog, type AuthorizeOptions, authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { wordsOf } from 'latchkey/testing';
import type { Stack } from './errand-shell.ts';
import { sdk } from './sdk.ts';
import { ListeningAdapter } from './test-bot.ts';

/** What the bot does with every message: runs an action, or asks to connect. */
export type Begins = AnyAction | AuthorizeOptions;

/** A bot with the SDK's usual state: all who speak in this one conversation share one dialog. */
export function shareDialog(
  authorizer: Authorizer,
  begins: Begins,
  conversation: { readonly id: string; readonly isGroup: boolean; readonly conversationType: string },
): (user: string, text: string) => Promise<string> {
  const { receive, take } = openWithSdk(authorizer, begins);
  return async (user, text) => {
    await receive({ type: 'message', text, channelId: 'test', from: { id: user, name: user }, conversation });
    return wordsOf(take(conversation.id));
  };
}

interface Shared {
  receive(activity: object): Promise<void>;
  take(conversation: string): Parameters<typeof wordsOf>[0];
}

const openWithSdk: (authorizer: Authorizer, begins: Begins) => Shared =
  sdk === 'agents' ? openOnAgents : openOnBotbuilder;

function openOnBotbuilder(authorizer: Authorizer, begins: Begins): Shared {
  const adapter = new ListeningAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(
    'run' in begins ? new RunActionDialog('only', begins, authorizer) : new AuthorizeDialog('only', authorizer),
  );
  return {
    receive: (activity) =>
      adapter.receive(activity, async (context) => {
        await turnOf(await dialogs.createContext(context), begins);
        await state.saveChanges(context);
      }),
    take: (conversation) => adapter.take(conversation),
  };
}

function openOnAgents(authorizer: Authorizer, begins: Begins): Shared {
  const adapter = new RecordingAdapter();
  latchkey(adapter, authorizer);
  const state: DialogState = { dialogStack: [] };
  const dialogs = new AgentsDialogSet().add(
    'run' in begins
      ? new AgentsRunActionDialog('only', begins, authorizer)
      : new AgentsAuthorizeDialog('only', authorizer),
  );
  return {
    receive: (activity) =>
      adapter.receive(activity, async (context: unknown) => {
        if (!isOlder(context)) throw new Error('not a turn');
        await turnOf(new DialogContext(dialogs, context, state), begins);
      }),
    take: (conversation) => adapter.take(conversation),
  };
}

async function turnOf(stack: Stack, begins: Begins): Promise<void> {
  const { status } = await stack.continueDialog();
  if (status === 'empty') await stack.beginDialog('only', 'run' in begins ? {} : begins);
}

/** The dialogs' package has an older copy of the SDK, whose types do not fit the newer ones. */
export function isOlder(context: unknown): context is DialogContext['context'] {
  return typeof context === 'object' && context !== null && 'sendActivity' in context;
}
