import type { ExchangeOutcome, ExchangeWanted } from '../flows/exchange-token.ts';
import type { AnyAction } from '../model/action.ts';
import type { Conversed } from '../model/conversed.ts';
import type { Errand } from '../model/errand.ts';
import type { ConnectionNews } from '../model/notice.ts';
import type { Words } from '../model/words.ts';

export interface ConverseOptions {
  /** The actions that people can ask for, by title or phrase. Default: all registered actions. */
  readonly actions?: readonly AnyAction[];
  /**
   * Replies to a message that is not for Latchkey, as the bot would anywhere else. Return true if it replied; Latchkey
   * then repeats an open question. Default: `converse` returns undefined for such a message; while a question is open,
   * Latchkey repeats the question.
   */
  readonly otherwise?: () => Promise<boolean>;
  /** The words that people can always use. Default: those of the person's language, and English. */
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
  /** Hears the turn's message; undefined if it is for the bot. */
  converse(turn: object, options?: ConverseOptions): Promise<Conversed | undefined>;
}
