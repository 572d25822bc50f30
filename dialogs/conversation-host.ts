import type { BotAdapter, ConversationReference, TurnContext } from 'botbuilder';
import {
  type AnyAction,
  type Authorizer,
  ConfigurationError,
  type ConversationHost,
  type ConversationNotice,
} from '../src/index.ts';
import { askForAccess } from './ask-for-access.ts';
import { resumeWaiting } from './resume-waiting.ts';
import { sayFailure } from './run-action-dialog.ts';
import { say, showAnswer } from './say.ts';
import { sayConnected } from './say-connected.ts';
import { turnOf } from './turn.ts';

export interface ConversationHostOptions {
  readonly adapter: BotAdapter;
  /**
   * Lets the bot's dialogs go on in a turn that nobody's message began (`confirm: "none"` only): run the root dialog and
   * save the state. Without it the waiting action runs and answers, and its dialog learns of it with the next message.
   */
  readonly onConnected?: (context: TurnContext) => Promise<void>;
}

/** Speaks in conversations through the bot's adapter. */
export function createConversationHost(authorizer: Authorizer, options: ConversationHostOptions): ConversationHost {
  return {
    deliver: (notice) =>
      continueConversation(authorizer, options.adapter, notice, (context) =>
        tell(authorizer, context, notice, options.onConnected),
      ),
    run: (turn, action, input) => run(authorizer, asTurnContext(turn), action, input),
  };
}

async function tell(
  authorizer: Authorizer,
  context: TurnContext,
  notice: ConversationNotice,
  onConnected: ConversationHostOptions['onConnected'],
): Promise<void> {
  const { texts } = authorizer;
  switch (notice.kind) {
    case 'authorization_ended': {
      const product = authorizer.integration(notice.integration)?.name ?? notice.integration;
      return say(
        context,
        texts.ended(product, notice.why, notice.ref),
        RETRYABLE.has(notice.why) ? [texts.sayRetry] : [],
      );
    }
    case 'action_interrupted':
      return say(context, texts.interrupted(authorizer.action(notice.actionId)?.title ?? notice.actionId));
    case 'connected': {
      await sayConnected(context, authorizer, notice);
      await onConnected?.(context);
      return resumeWaiting(context, authorizer, notice.authorizationId);
    }
  }
}

const RETRYABLE: ReadonlySet<string> = new Set([
  'expired',
  'denied',
  'refused',
  'unreachable',
  'interrupted',
  'no_site',
  'other_browser',
]);

/** `onTurnError` swallows what goes wrong in a continued conversation; here it must be known (bot-framework.md 0). */
async function continueConversation(
  authorizer: Authorizer,
  adapter: BotAdapter,
  notice: ConversationNotice,
  logic: (context: TurnContext) => Promise<void>,
): Promise<void> {
  let failure: unknown = new Error('the conversation was not continued');
  const reference: Partial<ConversationReference> = notice.conversation.reference;
  await adapter.continueConversationAsync(authorizer.settings.appId, reference, async (context) => {
    try {
      await logic(context);
      failure = undefined;
    } catch (error) {
      failure = error;
    }
  });
  if (failure !== undefined) throw failure;
}

/** The same for a bot without dialogs: what is missing is asked for, and the action runs by itself once it is there. */
async function run(
  authorizer: Authorizer,
  context: TurnContext,
  action: AnyAction,
  input: Readonly<Record<string, unknown>>,
): Promise<'done' | 'asked' | 'failed'> {
  const { texts } = authorizer;
  const { sender } = turnOf(context);
  if (sender.status === 'refused') {
    await say(context, texts.notAllowed(authorizer.settings.contact));
    return 'failed';
  }
  const outcome = await authorizer.runAction({ owner: sender.owner, action, input });
  if (outcome.status === 'done') {
    await showAnswer(context, authorizer, action, outcome);
    return 'done';
  }
  if (outcome.status === 'needs_answers') {
    throw new ConfigurationError(`${action.id} asks questions, so it needs a RunActionDialog`);
  }
  if (outcome.status === 'failed') {
    await sayFailure(context, authorizer, action, outcome, 'nothing');
    return 'failed';
  }
  const begun = await authorizer.beginAuthorization({
    owner: sender.owner,
    ownerName: sender.name,
    conversation: sender.conversation,
    integration: action.integration,
    purpose: action.purpose,
    scopes: action.scopes,
    ...(outcome.connectionId === undefined ? {} : { replaces: outcome.connectionId }),
    action: { actionId: action.id, input, mode: 'detached' },
  });
  const product = authorizer.integration(action.integration)?.name ?? action.integration;
  switch (begun.status) {
    case 'begun':
      await askForAccess(context, authorizer, begun, outcome);
      return 'asked';
    case 'joined':
      await say(context, texts.joined(action.title, product));
      return 'asked';
    case 'group':
      await say(context, texts.groupRefused);
      return 'failed';
    case 'too_many':
      await say(context, texts.tooMany(begun.minutes));
      return 'failed';
  }
}

function asTurnContext(turn: object): TurnContext {
  if ('activity' in turn && 'sendActivity' in turn) return turn as TurnContext;
  throw new ConfigurationError('authorizer.run needs the TurnContext of the turn');
}
