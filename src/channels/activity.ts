/** The part of an incoming activity that the library reads, and removes secrets from. Every SDK's own activity fits. */
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

/** What a channel shows in addition to text, or instead of it. */
export interface Attachment {
  contentType: string;
  content: unknown;
}

/** A message to send. */
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

/** The response that a channel expects to an `invoke`. */
export interface InvokeAnswer {
  type: 'invokeResponse';
  value: { status: number };
}

/** What our activities have in common with an SDK's own, which may be a class. */
export interface AnyActivity {
  readonly type: string;
}
