import { mkdirSync, readFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ChatAccount, type ChatActivity, isRecord } from './chat-activity.ts';
import { type Conversation, type ConversationKind, newConversation, type Said } from './conversation.ts';

/**
 * Keeps the conversations of a playground across restarts, in one file that only its owner can read: a line of JSON that says the
 * version, then one for each conversation. A conversation that has changed is added as a new line, and the last one counts.
 */
export type StateFile = {
  /** A file that is missing, unreadable or of another version reads as empty. A line that a crash cut off is left out. */
  readonly read: () => readonly Conversation[];
  /** Writes soon what has changed. `all`: writes the file anew, so that it has nothing any more of what was there before. */
  readonly write: (change: Conversation | 'all', state: () => readonly Conversation[]) => void;
  readonly written: () => Promise<void>;
};

export function createStateFile(path: string): StateFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const changed = new Set<Conversation>();
  let latest: (() => readonly Conversation[]) | undefined;
  // the first time, as the file may be of another version, or end in half a line
  let isAnew = true;
  /** Characters since the file was written anew. */
  let added = 0;
  let writing = Promise.resolve();

  const writeLatest = async () => {
    if (!latest) return;
    const lines = [...changed].map(toLine).join('');
    const whole = isAnew || added + lines.length > MOST_ADDED ? toText(latest()) : undefined;
    latest = undefined;
    changed.clear();
    isAnew = false;
    try {
      if (whole === undefined) await appendFile(path, lines);
      else await replaceFile(path, whole);
      added = whole === undefined ? added + lines.length : 0;
    } catch (error) {
      isAnew = true;
      console.warn(`The chat's history could not be written to ${path}:`, error);
    }
  };

  return {
    read: () => fromText(readText(path)),
    write(change, state) {
      if (change === 'all') isAnew = true;
      else changed.add(change);
      latest = state;
      writing = writing.then(writeLatest);
    },
    written: () => writing,
  };
}

const VERSION = 2;
const MOST_ADDED = 4 * 1024 ** 2;

/** The file is the old one or the new one, never half of one. */
async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

function toText(conversations: readonly Conversation[]): string {
  return [`${JSON.stringify({ version: VERSION })}\n`, ...conversations.map(toLine)].join('');
}

function toLine({ id, kind, members, said, position }: Conversation): string {
  const known = JSON.stringify({ id, kind, members: [...members.values()], position });
  const kept = said.filter(({ activity }) => activity.type !== 'typing').map(textOf);
  return `${known.slice(0, -1)},"said":[${kept.join()}]}\n`;
}

/** Messages never change, but all those of a conversation are written each time, so their JSON is kept. */
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
  const [head = '', ...lines] = text.split('\n');
  const version = parsed(head);
  if (!isRecord(version) || version.version !== VERSION) return [];
  const last = new Map<string, Conversation>();
  for (const line of lines) {
    const conversation = readConversation(parsed(line));
    if (conversation !== undefined) last.set(conversation.id, conversation);
  }
  return [...last.values()];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readConversation(stored: unknown): Conversation | undefined {
  if (!isRecord(stored) || typeof stored.id !== 'string' || !isKind(stored.kind)) return undefined;
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
