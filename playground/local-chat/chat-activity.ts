/** A member of a conversation: a person or the bot. */
export type ChatAccount = {
  readonly id: string;
  readonly name: string;
  readonly role?: 'bot' | 'user';
};

/**
 * An activity as the chat keeps it. The chat relays what it does not understand (cards, suggested actions, channel data),
 * so only the fields that it reads are named.
 */
export type ChatActivity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly from: ChatAccount;
};

/** An activity that has not been sent yet: the conversation gives it an id and a time. */
export type ActivityDraft = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly from: ChatAccount;
};

/** Returns the part of an activity that may be kept and shown again; the bot gets the activity itself. */
export type Redact = (activity: ChatActivity) => ChatActivity;

/** A submitted card of ours (its value has the key `latchkey`) may contain a secret that a person typed: kept without its value. */
export function withoutSubmittedCard(activity: ChatActivity): ChatActivity {
  if (!isRecord(activity.value) || !('latchkey' in activity.value)) return activity;
  const { value: _value, ...kept } = activity;
  return kept as ChatActivity;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "bob" is shown as "Bob". */
export function displayName(userId: string): string {
  return userId.charAt(0).toUpperCase() + userId.slice(1);
}
