import type { AnyAction } from '../model/action.ts';
import type { Notice, WorkNotice } from '../model/notice.ts';

/** What a notice that concerns people tells. */
export type ConversationNotice = Exclude<Notice, WorkNotice>;

/** The bot's side of the library: whoever can speak in a conversation, also unasked. Attached by the middleware. */
export interface ConversationHost {
  /**
   * Says what happened, and goes on with what waited for it. Rejects when the conversation could not be reached.
   *
   * @param late aborted when nobody waits any more, and the notice is delivered again later: say nothing then
   */
  deliver(notice: ConversationNotice, late: AbortSignal): Promise<void>;
  /** Runs an action for whoever sent the turn's activity, and asks for what is missing. `turn` is the SDK's own context. */
  run(turn: object, action: AnyAction, input: Readonly<Record<string, unknown>>): Promise<'done' | 'asked' | 'failed'>;
}
