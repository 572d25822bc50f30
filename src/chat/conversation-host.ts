import type { Authorizer } from '../authorizer.ts';
import type { ConversationHost, ConversationNotice } from '../background/conversation-host.ts';
import { ConfigurationError } from '../errors.ts';
import { awaitOwnCode } from '../flows/own-code.ts';
import { converse } from './converse.ts';
import { productName } from './errand-title.ts';
import { assertKnownAtStart } from './known-actions.ts';
import { pursueErrand } from './pursue-errand.ts';
import { say } from './say.ts';
import type { ChatSdk, ChatTurn } from './sdk.ts';
import { startErrand } from './start-errand.ts';
import { talkIn } from './talk.ts';
import { speakAsIn, turnOf } from './turn.ts';

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
        speakAsIn(notice.conversation, context, authorizer);
        await tell(authorizer, context, notice);
      }),
    pursue: (errand, late) =>
      sdk.continueConversation(authorizer.settings.appId, errand.conversation.reference, async (context) => {
        late.throwIfAborted();
        speakAsIn(errand.conversation, context, authorizer);
        await pursueErrand(talkIn(context, authorizer), errand);
        // also where the process that has said "Connected" died before the action ran
        if (onConnected === undefined || errand.status !== 'ready' || errand.by !== 'dialog') return;
        await awaitOwnCode(authorizer.log, 'onConnected', () => onConnected(context));
      }),
    async run(turn, action, input) {
      assertKnownAtStart(authorizer, [action]);
      authorizer.register(action);
      const talk = talkIn(asChatTurn(turn), authorizer);
      const gone = await startErrand(talk, { action, input, by: 'plain' });
      return gone.status === 'open' ? { status: 'asked' } : gone.over;
    },
    async exchangeToken(turn, wanted) {
      const { sender } = turnOf(asChatTurn(turn));
      // what is later said of the connection is for nobody else to read
      if (sender.status !== 'known' || sender.conversation.kind !== 'personal') return { status: 'not_allowed' };
      const { owner, name, conversation } = sender;
      return authorizer.exchangeTokenFor({ ...wanted, owner, ownerName: name, conversation });
    },
    converse: (turn, options) => converse(asChatTurn(turn), authorizer, options),
  };
}

async function tell(authorizer: Authorizer, context: ChatTurn, notice: ConversationNotice): Promise<void> {
  const { integration, account, news } = notice;
  const product = productName(authorizer, integration);
  const reconnects = news.what === 'other_account' || (news.what === 'ends' && news.why === 'old');
  const { texts } = turnOf(context);
  const text = texts.connectionNews(product, account, news);
  await say(context, text, reconnects ? [texts.sayReconnect(integration)] : []);
}

function asChatTurn(turn: object): ChatTurn {
  if ('activity' in turn && 'sendActivity' in turn) return turn as ChatTurn;
  throw new ConfigurationError('it needs the TurnContext of the turn');
}
