import type { TurnActivity } from '../channels/activity.ts';

/** Activities that this process remembers of each conversation. */
const REMEMBERED = 32;
const CONVERSATIONS = 10_000;

/**
 * A channel that waits too long for its answer delivers a message again: it is heard once. Other processes know it from the
 * errand that it has begun or answered.
 */
export function createHeardBefore() {
  const heard = new Map<string, Set<string>>();
  return {
    async once(conversationKey: string, { type, id }: TurnActivity, turn: () => Promise<void>): Promise<void> {
      if (type !== 'message' || id === undefined || id === '') return turn();
      const ids = heard.get(conversationKey) ?? new Set();
      if (ids.has(id)) return;
      heard.delete(conversationKey);
      heard.set(conversationKey, ids.add(id));
      forgetOldest(ids, REMEMBERED);
      forgetOldest(heard, CONVERSATIONS);
      try {
        await turn();
      } catch (error) {
        // whoever delivers it again may be luckier
        ids.delete(id);
        throw error;
      }
    },
  };
}

function forgetOldest(known: Set<string> | Map<string, unknown>, most: number): void {
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
}
