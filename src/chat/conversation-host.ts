import type { Authorizer } from '../authorizer.ts';
import { ConfigurationError } from '../errors.ts';
import { awaitOwnCode } from '../flows/own-code.ts';
import type { AnyAction } from '../model/action.ts';
import type { ConversationHost, ConversationNotice } from '../resume/conversation-host.ts';
import { askForAccess } from './ask-for-access.ts';
import { resumeWaiting } from './resume-waiting.ts';
import { say, sayCannotConnect, sayFailure, show, showAnswer } from './say.ts';
import { sayConnected } from './say-connected.ts';
import type { ChatSdk, ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

/** Speaks in conversations, with the bot's SDK. */
export function createConversationHost<Turn extends ChatTurn>(
  authorizer: Authorizer,
  sdk: ChatSdk<Turn>,
  onConnected?: (context: Turn) => Promise<void>,
): ConversationHost {
  return {
    deliver: (notice, late) =>
      sdk.continueConversation(authorizer.settings.appId, notice.conversation.reference, async (context) => {
        late.throwIfAborted();
        await tell(authorizer, context, notice, onConnected);
      }),
    run: (turn, action, input) => run(authorizer, asChatTurn(turn), action, input),
  };
}

async function tell<Turn extends ChatTurn>(
  authorizer: Authorizer,
  context: Turn,
  notice: ConversationNotice,
  onConnected: ((context: Turn) => Promise<void>) | undefined,
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
    case 'connection_news': {
      const product = authorizer.integration(notice.integration)?.name ?? notice.integration;
      const { news } = notice;
      const reconnects = news.what === 'other_account' || (news.what === 'ends' && news.why === 'old');
      return say(
        context,
        texts.connectionNews(product, notice.account, news),
        reconnects ? [`reconnect ${notice.integration}`] : [],
      );
    }
    case 'connected': {
      await sayConnected(context, authorizer, notice);
      if (onConnected !== undefined) await awaitOwnCode(authorizer.log, 'onConnected', () => onConnected(context));
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
  'crowded_out',
  'stopped',
]);

/** The same for a bot without dialogs: what is missing is asked for, and the action runs by itself once it is there. */
async function run(
  authorizer: Authorizer,
  context: ChatTurn,
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
  if (outcome.status === 'input_refused') {
    await show(context, { text: texts.inputProblem(outcome.problem), choices: outcome.choices });
    return 'failed';
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
    case 'refused':
      await sayCannotConnect(context, authorizer, action.integration, begun.why);
      return 'failed';
    case 'too_many':
      await say(context, texts.tooMany(begun.minutes));
      return 'failed';
  }
}

function asChatTurn(turn: object): ChatTurn {
  if ('activity' in turn && 'sendActivity' in turn) return turn as ChatTurn;
  throw new ConfigurationError('authorizer.run needs the TurnContext of the turn');
}
