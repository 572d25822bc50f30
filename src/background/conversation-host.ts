import type { ExchangeOutcome, ExchangeWanted } from '../flows/exchange-token.ts';
import type { AnyAction } from '../model/action.ts';
import type { Conversed } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import type { ConnectionNews } from '../model/notice.ts';
import type { Words } from '../model/words.ts';

export interface ConverseOptions {
  /** What people can ask for, by its title or one of its phrases. Default: all actions that the library was told of. */
  readonly actions?: readonly AnyAction[];
  /**
   * Answers a message that is not for Latchkey, as the bot would anywhere else; true when it did. A question that is open is asked
   * again then. Default: the message is the bot's where `converse` returns undefined, and while a question is open it is asked again.
   */
  readonly otherwise?: () => Promise<boolean>;
  /** Default: those of the person's language, and English. */
  readonly words?: Words;
}

/** What a notice that concerns people tells. */
export type ConversationNotice = ConnectionNews;

/** The bot's side of the library: whoever can speak in a conversation, also unasked. Attached by the middleware. */
export interface ConversationHost {
  /**
   * Says what happened. Rejects when the conversation could not be reached.
   *
   * @param late aborted when nobody waits any more, and the notice is delivered again later: say nothing then
   */
  deliver(notice: ConversationNotice, late: AbortSignal): Promise<void>;
  /** Says what an errand owes, and runs it where it is ready. `late` as above. */
  pursue(errand: Errand, late: AbortSignal): Promise<void>;
  /** Runs an action for whoever sent the turn's activity, and asks for what is missing. `turn` is the SDK's own context. */
  run(turn: object, action: AnyAction, input: Readonly<Record<string, unknown>>): Promise<Conversed>;
  /** Connects whoever sent the turn's activity by a token that the bot has of them. */
  exchangeToken(turn: object, wanted: ExchangeWanted): Promise<ExchangeOutcome>;
  /** Hears the turn's message; undefined where it is for the bot. */
  converse(turn: object, options?: ConverseOptions): Promise<Conversed | undefined>;
}
