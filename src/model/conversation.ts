/** Where a person is talking with the bot. The reference is the bot SDK's own, plain JSON, and opaque to the library. */
export interface ConversationAddress {
  /** Identifies the conversation within the bot: channel and conversation id. */
  readonly key: string;
  readonly kind: ConversationKind;
  readonly reference: Readonly<Record<string, unknown>>;
  /** The person's language (BCP 47), as the activity had it: words are also said, and pages shown, without an activity. */
  readonly locale?: string;
}

/** Everything that is not known to be personal counts as a group: nothing secret is asked there (security.md R36). */
export type ConversationKind = 'personal' | 'group';
