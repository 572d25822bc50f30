import type { AnyActivity, TurnActivity } from '../channels/activity.ts';
import type { Proof } from '../channels/proof.ts';

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

/** What only the SDK itself can say or do. One file per SDK implements it. */
export interface ChatSdk<Turn extends ChatTurn> {
  /** Who the adapter says sent this, for the app of this id. See `readProof`. */
  proofOf(turn: Turn, appId: string): Proof;
  /** What `continueConversation` needs later: plain JSON, opaque to the library. */
  referenceOf(turn: Turn): Readonly<Record<string, unknown>>;
  /** Speaks unasked. What goes wrong in `logic` may stay with the SDK, whose `onTurnError` takes it. */
  continueConversation(
    appId: string,
    reference: Readonly<Record<string, unknown>>,
    logic: (turn: Turn) => Promise<void>,
  ): Promise<void>;
}
