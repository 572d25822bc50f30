import type { AnyActivity, TurnActivity } from '../channels/activity.ts';

/** One turn of a conversation: an SDK's own context. */
export interface ChatTurn {
  readonly activity: TurnActivity;
  readonly turnState: {
    get(key: unknown): unknown;
    set(key: unknown, value: unknown): unknown;
  };
  /** Something was said in this turn. */
  readonly responded?: boolean;
  /** Takes a `SaidActivity` or an `InvokeAnswer`. */
  sendActivity(activity: string | AnyActivity): Promise<{ readonly id?: string } | undefined>;
  /** Takes a `SaidActivity`. */
  updateActivity(activity: AnyActivity): Promise<unknown>;
}

/** What an adapter shows of who sent an activity. */
export type Proof =
  /** It verified a token that was made for this very app. */
  | { readonly status: 'verified' }
  /** The same, but another bot made it, which writes `from` itself. */
  | { readonly status: 'skill'; readonly caller: string }
  /** It let the activity in unchecked, or for another app. */
  | { readonly status: 'refused' }
  /** It says nothing. */
  | { readonly status: 'absent' };

/** What only the SDK itself can say or do. One file per SDK implements it. */
export interface ChatSdk<Turn extends ChatTurn> {
  /** Who the adapter says sent this, for the app of this id. See `readProof`. */
  proofOf(turn: Turn, appId: string): Proof;
  /** What `continueConversation` needs later: plain JSON, opaque to the library. */
  referenceOf(turn: Turn): Readonly<Record<string, unknown>>;
  /** Speaks unasked. Rejects with what went wrong in `logic`, and where the conversation cannot be reached. */
  continueConversation(
    appId: string,
    reference: Readonly<Record<string, unknown>>,
    logic: (turn: Turn) => Promise<void>,
  ): Promise<void>;
}
