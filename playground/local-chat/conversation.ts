import { randomUUID } from 'node:crypto';
import { type ActivityDraft, type ChatAccount, type ChatActivity, isRecord, type Redact } from './chat-activity.ts';

export type ConversationKind = 'personal' | 'group';

/** A message and its position, which only grows and is Direct Line's watermark. */
export type Said = { readonly position: number; readonly activity: ChatActivity };

export type Conversation = {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly members: Map<string, ChatAccount>;
  said: readonly Said[];
  position: number;
  /** Long polls that wait for something to be said. */
  readonly readers: Set<() => void>;
};

/** The name of a person's own conversation, so that a reload and a proactive message find it again. */
export function personalConversationId(userId: string): string {
  return `${PERSONAL}${userId}`;
}

export function newConversation(id: string, kind: ConversationKind): Conversation {
  return { id, kind, members: new Map(), said: [], position: 0, readers: new Set() };
}

/** The ids of people and conversations are part of the page's address. */
export function isUsableId(id: string): boolean {
  return /^[\w.@:-]{1,100}$/.test(id);
}

/** Everybody who opens a conversation by its name shares it, unless it is a person's own. */
export function kindOfName(id: string): ConversationKind {
  return id.startsWith(PERSONAL) ? 'personal' : 'group';
}

/** A person enters a conversation of their own, a shared one, or one they are in already. */
export function mayEnter(conversation: Conversation, userId: string): boolean {
  if (conversation.kind === 'group' || conversation.members.has(userId)) return true;
  return conversation.id === personalConversationId(userId);
}

/** Gives a draft its id, time and place. Does not store it. */
export function drawUp(conversation: Conversation, draft: ActivityDraft, now: Date): ChatActivity {
  return {
    ...draft,
    id: randomUUID(),
    timestamp: now.toISOString(),
    channelId: 'webchat',
    conversation: addressOf(conversation),
  };
}

/**
 * Adds an activity to its conversation. One with an existing id replaces it: it keeps its time, so that clients leave it in its
 * place, and gets a new position, so that they notice the change.
 */
export function say(conversation: Conversation, activity: ChatActivity, redact: Redact): void {
  const earlier = findActivity(conversation, activity.id);
  const kept = redact(earlier ? { ...activity, timestamp: earlier.timestamp } : activity);
  conversation.position += 1;
  conversation.said = [
    ...conversation.said.filter((one) => one.activity.id !== activity.id && !isStaleTyping(one.activity, activity)),
    { position: conversation.position, activity: kept },
  ].slice(-LONGEST_LOG);
  wakeReaders(conversation);
}

/** Deletes a message: only the fact that it was deleted stays. */
export function unsay(conversation: Conversation, id: string): void {
  const earlier = findActivity(conversation, id);
  if (!earlier) return;
  const { timestamp, from, channelId, conversation: address } = earlier;
  say(conversation, { id, type: 'messageDelete', timestamp, from, channelId, conversation: address }, (kept) => kept);
}

export function findActivity(conversation: Conversation, id: string): ChatActivity | undefined {
  return conversation.said.find((one) => one.activity.id === id)?.activity;
}

/** Finds a message that a page sends again because it got no response, by the id that the page gave it. */
export function findSent(conversation: Conversation, { from, channelData }: ActivityDraft): ChatActivity | undefined {
  const name = clientActivityId(channelData);
  if (name === undefined) return undefined;
  return conversation.said
    .map(({ activity }) => activity)
    .find((activity) => activity.from.id === from.id && clientActivityId(activity.channelData) === name);
}

/** A watermark from before a restart that forgot everything is too high: such a client reads from the start. */
export function activitiesAfter(conversation: Conversation, watermark: number): readonly ChatActivity[] {
  const from = watermark > conversation.position ? 0 : watermark;
  return conversation.said.filter((one) => one.position > from).map((one) => one.activity);
}

/** Waits until something is said, the reader has gone, or the time is over. */
export function somethingSaid(conversation: Conversation, gone: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      conversation.readers.delete(wake);
      gone.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    conversation.readers.add(wake);
    gone.addEventListener('abort', wake);
    if (gone.aborted) wake();
  });
}

export function wakeReaders(conversation: Conversation): void {
  for (const wake of [...conversation.readers]) wake();
}

/** How the Bot Framework names a conversation in an activity. */
function addressOf(conversation: Conversation): Readonly<Record<string, unknown>> {
  const { id, kind } = conversation;
  return { id, isGroup: kind === 'group', conversationType: kind };
}

const PERSONAL = 'chat-';
const LONGEST_LOG = 1000;

function clientActivityId(channelData: unknown): string | undefined {
  const name = isRecord(channelData) ? channelData.clientActivityID : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** A message from somebody means that they have stopped typing. */
function isStaleTyping(earlier: ChatActivity, said: ChatActivity): boolean {
  return earlier.type === 'typing' && earlier.from.id === said.from.id;
}
