import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ChatAccount, type ChatActivity, isRecord } from './chat-activity.ts';
import { type Conversation, type ConversationKind, newConversation, type Said } from './conversation.ts';

/** Keeps the conversations of a playground across restarts, in one JSON file that only its owner can read. */
export type StateFile = {
  /** A file that is missing, unreadable or of another version reads as empty. */
  readonly read: () => readonly Conversation[];
  /** Writes soon. If several changes come at once, only the last state is written. The file is always complete. */
  readonly write: (state: () => readonly Conversation[]) => void;
  readonly written: () => Promise<void>;
};

export function createStateFile(path: string): StateFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let latest: (() => readonly Conversation[]) | undefined;
  let writing = Promise.resolve();

  const writeLatest = async () => {
    if (!latest) return;
    const text = toText(latest());
    latest = undefined;
    await writeFile(`${path}.new`, text, { mode: 0o600 });
    await rename(`${path}.new`, path);
  };

  return {
    read: () => fromText(readText(path)),
    write(state) {
      latest = state;
      writing = writing.then(writeLatest).catch((error: unknown) => {
        console.warn(`The chat's history could not be written to ${path}:`, error);
      });
    },
    written: () => writing,
  };
}

const VERSION = 1;

function toText(conversations: readonly Conversation[]): string {
  const all = conversations.map(({ id, kind, members, said, position }) => {
    const known = JSON.stringify({ id, kind, members: [...members.values()], position });
    const kept = said.filter(({ activity }) => activity.type !== 'typing').map(textOf);
    return `${known.slice(0, -1)},"said":[${kept.join()}]}`;
  });
  return `{"version":${VERSION},"conversations":[${all.join()}]}`;
}

/** Messages never change, but all of them are written each time, so their JSON is kept. */
const texts = new WeakMap<Said, string>();

function textOf(said: Said): string {
  const text = texts.get(said) ?? JSON.stringify(said);
  texts.set(said, text);
  return text;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function fromText(text: string): readonly Conversation[] {
  try {
    const state: unknown = JSON.parse(text);
    if (!isRecord(state) || state.version !== VERSION || !Array.isArray(state.conversations)) return [];
    return state.conversations.map(readConversation);
  } catch {
    return [];
  }
}

function readConversation(stored: unknown): Conversation {
  if (!isRecord(stored) || typeof stored.id !== 'string' || !isKind(stored.kind)) throw new Error('no conversation');
  const conversation = newConversation(stored.id, stored.kind);
  conversation.position = Number(stored.position);
  conversation.said = listOf(stored.said, isSaid);
  for (const member of listOf(stored.members, isAccount)) conversation.members.set(member.id, member);
  return conversation;
}

function listOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function isKind(value: unknown): value is ConversationKind {
  return value === 'personal' || value === 'group';
}

function isSaid(value: unknown): value is Said {
  return isRecord(value) && Number.isInteger(value.position) && isActivity(value.activity);
}

function isActivity(value: unknown): value is ChatActivity {
  return isRecord(value) && [value.id, value.type, value.timestamp].every(isText) && isAccount(value.from);
}

function isAccount(value: unknown): value is ChatAccount {
  return isRecord(value) && isText(value.id) && isText(value.name);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
