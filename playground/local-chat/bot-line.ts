import { wordsFor } from '../words/words-for.ts';
import type { ChatAccount, ChatActivity } from './chat-activity.ts';
import { type Conversation, drawUp } from './conversation.ts';
import type { Conversations } from './conversations.ts';

/** An activity on its way to the bot, with its recipient and the address for replies. */
export type ActivityToBot = ChatActivity & { readonly serviceUrl: string; readonly recipient: ChatAccount };

/** Passes an activity to the bot; rejects if the bot did not accept it. */
export type ToBot = (activity: ActivityToBot) => Promise<void>;

/** The line from the chat to the bot. */
export type BotLine = {
  readonly account: ChatAccount;
  /** Tells the bot. If the bot does not accept the activity, the conversation shows that, and this resolves to false. */
  readonly tell: (conversation: Conversation, activity: ChatActivity) => Promise<boolean>;
};

export function createBotLine(
  account: ChatAccount,
  toBot: ToBot,
  serviceUrl: () => string,
  conversations: Conversations,
  now: () => Date,
): BotLine {
  return {
    account,
    async tell(conversation, activity) {
      try {
        await toBot({ ...activity, serviceUrl: serviceUrl(), recipient: account });
        return true;
      } catch (error) {
        const words = wordsFor(typeof activity.locale === 'string' ? activity.locale : undefined);
        const text = error instanceof NotTaken ? words.notTaken(error.status) : words.notReached;
        conversations.say(conversation, drawUp(conversation, { type: 'message', text, from: account }, now()));
        return false;
      }
    },
  };
}

/** The bot's endpoint responded, and refused. */
class NotTaken extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the bot returned ${status}`);
    this.status = status;
  }
}

/** Posts activities to a bot's messaging endpoint, as a channel does. */
export function postToBot(botUrl: () => string): ToBot {
  return async (activity) => {
    const response = await fetch(botUrl(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await response.body?.cancel();
    if (!response.ok) throw new NotTaken(response.status);
  };
}
