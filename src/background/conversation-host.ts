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

/** The content of a notice for people. */
export type ConversationNotice = ConnectionNews;

/** The part of the bot that can speak in a conversation, also without being asked. The middleware attaches it. */
export interface ConversationHost {
  /**
   * Says what happened. Rejects if the conversation could not be reached.
   *
   * @param late aborted when nobody waits any more and the notice will be delivered again; say nothing then
   */
  deliver(notice: ConversationNotice, late: AbortSignal): Promise<void>;
  /** Says what an errand owes, and runs it if it is ready. `late` as above. */
  pursue(errand: Errand, late: AbortSignal): Promise<void>;
  /** Runs an action for the sender of the turn's activity, and asks for what is missing. `turn` is the SDK's own context. */
  run(turn: object, action: AnyAction, input: Readonly<Record<string, unknown>>): Promise<Conversed>;
  /** Connects the sender of the turn's activity with a token of theirs that the bot has. */
  exchangeToken(turn: object, wanted: ExchangeWanted): Promise<ExchangeOutcome>;
  /** Handles the turn's message. Undefined if it is for the bot. */
  converse(turn: object, options?: ConverseOptions): Promise<Conversed | undefined>;
}
