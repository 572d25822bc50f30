import { randomUUID } from 'node:crypto';
import type { ChatActivity, Redact } from './chat-activity.ts';
import {
  type Conversation,
  findActivity,
  kindOfName,
  newConversation,
  say,
  somethingSaid,
  unsay,
  wakeReaders,
} from './conversation.ts';
import type { StateFile } from './state-file.ts';

/** Every conversation of this chat. Changes are written to the state file, if there is one. */
export type Conversations = {
  readonly find: (id: string) => Conversation | undefined;
  /** Finds a conversation by its name or begins it. */
  readonly open: (id: string) => Conversation;
  /** Begins a conversation that has no name yet. */
  readonly begin: (kind: Conversation['kind']) => Conversation;
  readonly say: (conversation: Conversation, activity: ChatActivity) => void;
  readonly unsay: (conversation: Conversation, activityId: string) => void;
  /** Waits for the next thing to be said, for a while, or until the reader has gone. */
  readonly somethingSaid: (conversation: Conversation, gone: AbortSignal) => Promise<void>;
  /** Members have changed. */
  readonly noteMembers: (conversation: Conversation) => void;
  /** Ends every long poll and waits until everything is written. */
  readonly close: () => Promise<void>;
};

export function createConversations(redact: Redact, stateFile: StateFile | undefined): Conversations {
  const all = new Map<string, Conversation>();
  for (const conversation of stateFile?.read() ?? []) all.set(conversation.id, conversation);

  let waiting = 0;
  let isClosed = false;

  const note = (change: Conversation | 'all') => stateFile?.write(change, () => [...all.values()]);
  const add = (conversation: Conversation) => {
    all.set(conversation.id, conversation);
    return conversation;
  };

  return {
    find: (id) => all.get(id),
    open: (id) => all.get(id) ?? add(newConversation(id, kindOfName(id))),
    begin: (kind) => add(newConversation(randomUUID(), kind)),
    say(conversation, activity) {
      // nothing is left of a message that is replaced
      const change = findActivity(conversation, activity.id) === undefined ? conversation : 'all';
      say(conversation, activity, redact);
      note(change);
    },
    unsay(conversation, activityId) {
      unsay(conversation, activityId);
      note('all');
    },
    async somethingSaid(conversation, gone) {
      if (isClosed || waiting >= MOST_WAITING) return;
      waiting += 1;
      await somethingSaid(conversation, gone, LONGEST_WAIT);
      waiting -= 1;
    },
    noteMembers: note,
    async close() {
      isClosed = true;
      for (const conversation of all.values()) wakeReaders(conversation);
      await stateFile?.written();
    },
  };
}

/** Milliseconds. */
const LONGEST_WAIT = 15_000;

/** A browser opens six connections to a server for all its tabs: if many tabs wait, none is left for sending a message. */
const MOST_WAITING = 3;
