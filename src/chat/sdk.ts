/** What the library reads of an activity that arrives, and takes out of it. Every bot SDK's own activity fits. */
export interface TurnActivity {
  readonly type: string;
  readonly channelId?: string | undefined;
  readonly from?: ChannelAccount | undefined;
  readonly recipient?: ChannelAccount | undefined;
  readonly conversation?:
    | {
        readonly id?: string | undefined;
        readonly conversationType?: string | undefined;
        readonly isGroup?: boolean | undefined;
        readonly tenantId?: string | undefined;
      }
    | undefined;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  /** BCP 47: the language of the person's client. */
  readonly locale?: string | undefined;
  /** IANA name of the person's time zone. */
  readonly localTimezone?: string | undefined;
  /** When it was sent. */
  readonly timestamp?: Date | string | undefined;
  text?: string | undefined;
  value?: unknown;
  attachments?: unknown;
  textHighlights?: unknown;
  semanticAction?: unknown;
  channelData?: unknown;
  entities?: unknown;
}

export interface ChannelAccount {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly aadObjectId?: string | undefined;
}

/** Something that a channel shows beside or instead of words. */
export interface Attachment {
  contentType: string;
  content: unknown;
}

/** A message that is said. */
export interface SaidActivity {
  type: 'message';
  id?: string;
  text?: string;
  textFormat?: string;
  speak?: string;
  summary?: string;
  inputHint?: string;
  attachments?: Attachment[];
  suggestedActions?: { to: string[]; actions: { type: string; title: string; value: string }[] };
}

/** What a channel waits for after an `invoke`. */
export interface InvokeAnswer {
  type: 'invokeResponse';
  value: { status: number };
}

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

/** What ours have in common with an SDK's own, which may be a class. */
export interface AnyActivity {
  readonly type: string;
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
