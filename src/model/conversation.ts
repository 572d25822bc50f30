/** Where a person is talking with the bot. The reference is the bot SDK's own, plain JSON, and opaque to the library. */
export interface ConversationAddress {
  /** Identifies the conversation within the bot: channel and conversation id. */
  readonly key: string;
  readonly kind: ConversationKind;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** Everything that is not known to be personal counts as a group: nothing secret is asked there (security.md R36). */
export type ConversationKind = 'personal' | 'group';
