import type { AnyActivity, TurnActivity } from '../channels/activity.ts';
import type { Proof } from '../channels/proof.ts';

/** One turn of a conversation: an SDK's own context. */
export interface ChatTurn {
  readonly activity: TurnActivity;
  readonly turnState: {
    get(key: unknown): unknown;
    set(key: unknown, value: unknown): unknown;
  };
  /** The bot has said something in this turn. */
  readonly responded?: boolean;
  /** Takes a `SaidActivity` or an `InvokeAnswer`. */
  sendActivity(activity: string | AnyActivity): Promise<{ readonly id?: string } | undefined>;
  /** Takes a `SaidActivity`. */
  updateActivity(activity: AnyActivity): Promise<unknown>;
}

/** What only an SDK itself knows or can do. One file per SDK implements it. */
export interface ChatSdk<Turn extends ChatTurn> {
  /** The adapter's proof of who sent this to the app with this id. See `readProof`. */
  proofOf(turn: Turn, appId: string): Proof;
  /** What `continueConversation` needs later: plain JSON, opaque to the library. */
  referenceOf(turn: Turn): Readonly<Record<string, unknown>>;
  /** Begins a turn unasked. Errors in `logic` may go to the SDK's `onTurnError` and not reject this promise. */
  continueConversation(
    appId: string,
    reference: Readonly<Record<string, unknown>>,
    logic: (turn: Turn) => Promise<void>,
  ): Promise<void>;
}
