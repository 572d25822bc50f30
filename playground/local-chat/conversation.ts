import { randomUUID } from 'node:crypto';
import { type ActivityDraft, type ChatAccount, type ChatActivity, isRecord, type Redact } from './chat-activity.ts';

export type ConversationKind = 'personal' | 'group';

/** What is said, at its place: `position` only grows and is the watermark of Direct Line. */
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

/** What a person's own conversation is called, so that a reload and a proactive message find it again. */
export function personalConversationId(userId: string): string {
  return `${PERSONAL}${userId}`;
}

export function newConversation(id: string, kind: ConversationKind): Conversation {
  return { id, kind, members: new Map(), said: [], position: 0, readers: new Set() };
}

/** The ids of people and conversations stand in the address line of a browser. */
export function isUsableId(id: string): boolean {
  return /^[\w.@:-]{1,100}$/.test(id);
}

/** A conversation opened by its name is shared by everybody who opens it, except somebody's own. */
export function kindOfName(id: string): ConversationKind {
  return id.startsWith(PERSONAL) ? 'personal' : 'group';
}

/** A person enters a conversation of their own, a shared one, or one they are in already. */
export function mayEnter(conversation: Conversation, userId: string): boolean {
  if (conversation.kind === 'group' || conversation.members.has(userId)) return true;
  return conversation.id === personalConversationId(userId);
}

/** Gives a draft its id, time and place. Nothing is kept yet. */
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
 * Says an activity in its conversation. One that was said before (same id) is replaced: it keeps its time, so that clients
 * leave it where it stands, and gets a new position, so that they notice.
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

/** Takes back what was said: only the fact that something was deleted stays. */
export function unsay(conversation: Conversation, id: string): void {
  const earlier = findActivity(conversation, id);
  if (!earlier) return;
  const { timestamp, from, channelId, conversation: address } = earlier;
  say(conversation, { id, type: 'messageDelete', timestamp, from, channelId, conversation: address }, (kept) => kept);
}

export function findActivity(conversation: Conversation, id: string): ChatActivity | undefined {
  return conversation.said.find((one) => one.activity.id === id)?.activity;
}

/** What a page sends again because it heard no answer: the page has given the message a name. */
export function findSent(conversation: Conversation, { from, channelData }: ActivityDraft): ChatActivity | undefined {
  const name = clientActivityId(channelData);
  if (name === undefined) return undefined;
  return conversation.said
    .map(({ activity }) => activity)
    .find((activity) => activity.from.id === from.id && clientActivityId(activity.channelData) === name);
}

/** A watermark from before a restart that forgot everything is ahead of us: it reads from the start. */
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

/** Who says something has stopped typing. */
function isStaleTyping(earlier: ChatActivity, said: ChatActivity): boolean {
  return earlier.type === 'typing' && earlier.from.id === said.from.id;
}
