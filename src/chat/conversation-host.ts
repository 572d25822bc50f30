import type { ConversationHost } from '../background/conversation-host.ts';
import { ConfigurationError } from '../errors.ts';
import { assertKnownAtStart } from '../flows/errand-action.ts';
import { exchangeToken } from '../flows/exchange-token.ts';
import { awaitOwnCode } from '../flows/own-code.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Errand } from '../model/errand.ts';
import type { ConnectionNews } from '../model/notice.ts';
import { askAccess } from './ask-access.ts';
import type { ChatPort } from './chat-port.ts';
import { converse, conversed } from './converse.ts';
import { askBelow } from './floor.ts';
import { goOn } from './go-on.ts';
import { say } from './say.ts';
import { sayOwedOrFail } from './say-owed.ts';
import type { ChatSdk, ChatTurn } from './sdk.ts';
import { startErrand } from './start-errand.ts';
import { productName, type Turn, turnOf, withWords } from './turn.ts';

/** Speaks in conversations through the bot's SDK. */
export function createConversationHost<Context extends ChatTurn>(
  port: ChatPort,
  sdk: ChatSdk<Context>,
  onConnected?: (context: Context) => Promise<void>,
): ConversationHost {
  const { settings, services } = port;
  /** Begins a turn unasked, in the conversation's language. Says nothing once `late` is aborted. */
  const speak = async (
    { reference }: ConversationAddress,
    late: AbortSignal,
    logic: (turn: Turn, context: Context) => Promise<void>,
  ): Promise<void> => {
    // `onTurnError` swallows errors in a continued conversation; we must know of them
    let failure: unknown = new Error('the conversation was not continued');
    const say = async (context: Context) => {
      try {
        late.throwIfAborted();
        await logic(turnOf(context), context);
        failure = undefined;
      } catch (error) {
        failure = error;
      }
    };
    await port.turns.apart(() => sdk.continueConversation(settings.appId, reference, say));
    if (failure !== undefined) throw failure;
  };
  return {
    deliver: (notice, late) =>
      speak(notice.conversation, late, async (turn) => {
        await tell(turn, notice);
        await askBelow(turn, [], true);
      }),
    pursue: (errand, late) =>
      speak(errand.conversation, late, async (turn, context) => {
        await pursue(turn, errand);
        // even if the process that said "Connected" died before the action ran
        if (onConnected === undefined || errand.status !== 'ready' || errand.by !== 'dialog') return;
        await awaitOwnCode(services.log, 'onConnected', () => onConnected(context));
      }),
    async run(context, action, input) {
      assertKnownAtStart(services, [action]);
      port.register(action);
      return conversed(await startErrand(turnIn(context), { action, input, by: 'plain' }));
    },
    async exchangeToken(context, wanted) {
      const { sender } = turnIn(context);
      // later messages about the connection are for nobody else to read
      if (sender.status !== 'known' || sender.conversation.kind !== 'personal') return { status: 'not_allowed' };
      const { owner, name, conversation } = sender;
      return exchangeToken(services, { ...wanted, owner, ownerName: name, conversation });
    },
    converse: (context, options) => converse(withWords(turnIn(context), options?.words), options),
  };
}

async function tell(turn: Turn, { integration, account, news }: ConnectionNews): Promise<void> {
  const { texts } = turn;
  const reconnects = news.what === 'other_account' || (news.what === 'ends' && news.why === 'old');
  const text = texts.connectionNews(productName(turn, integration), account, news);
  await say(turn, text, reconnects ? [texts.sayReconnect(integration)] : []);
}

/** Says what an errand owes, and runs it if it is ready. Throws if the message cannot be delivered. */
async function pursue(turn: Turn, errand: Errand): Promise<void> {
  if (errand.status === 'waiting' && errand.owes === 'access') {
    await askAccess(turn, errand, { isAskedOnPage: errand.isAskedOnPage });
    return;
  }
  const said = await sayOwedOrFail(turn, errand);
  if (said.status === 'ready' && said.owes === undefined) await goOn(turn, said);
  if (said.by === 'plain') await askBelow(turn, [said]);
}

function turnIn(context: object): Turn {
  if ('activity' in context && 'sendActivity' in context) return turnOf(context as ChatTurn);
  throw new ConfigurationError("the first argument must be the turn's TurnContext");
}
