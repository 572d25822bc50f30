/** Where the bot talks with a person. `reference` is the SDK's own, plain JSON, and not interpreted by the library. */
export interface ConversationAddress {
  /** Identifies the conversation within the bot: channel and conversation id. */
  readonly key: string;
  readonly kind: ConversationKind;
  readonly reference: Readonly<Record<string, unknown>>;
  /** The person's language (BCP 47) from the activity, for messages and pages that no activity triggers. */
  readonly locale?: string;
}

/** A conversation counts as a group unless it is known to be personal. Nothing secret is asked in a group. */
export type ConversationKind = 'personal' | 'group';
