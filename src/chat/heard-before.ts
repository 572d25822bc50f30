import type { TurnActivity } from '../channels/activity.ts';

/** Activities that this process remembers of each conversation. */
const REMEMBERED = 32;
/** Conversations in a generation. Two generations are remembered. */
const CONVERSATIONS = 5_000;

/**
 * A channel that waits too long for its answer delivers a message again: it is heard once. Other processes know it from the
 * errand that it has begun or answered.
 */
export function createHeardBefore() {
  let recent = new Map<string, string[]>();
  let older: ReadonlyMap<string, string[]> = new Map();
  /** Those of a conversation, newest last. What nobody has spoken in for long goes with its generation. */
  const heardIn = (conversationKey: string): string[] => {
    const known = recent.get(conversationKey);
    if (known !== undefined) return known;
    const ids = older.get(conversationKey) ?? [];
    if (recent.size >= CONVERSATIONS) {
      older = recent;
      recent = new Map();
    }
    recent.set(conversationKey, ids);
    return ids;
  };
  return {
    async once(conversationKey: string, { type, id }: TurnActivity, turn: () => Promise<void>): Promise<void> {
      if (type !== 'message' || id === undefined || id === '') return turn();
      const ids = heardIn(conversationKey);
      if (ids.includes(id)) return;
      ids.push(id);
      if (ids.length > REMEMBERED) ids.shift();
      try {
        await turn();
      } catch (error) {
        // whoever delivers it again may be luckier
        const at = ids.indexOf(id);
        if (at !== -1) ids.splice(at, 1);
        throw error;
      }
    },
  };
}
