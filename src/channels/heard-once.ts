import type { TurnActivity } from './activity.ts';
import { messageIdOf } from './message-id.ts';

/** Messages per generation. A process remembers at least this many, more than arrive while a channel waits for a response. */
const GENERATION = 20_000;

/**
 * Handles each message once, although a channel that waits too long for a response delivers it again. Other processes
 * recognise it by the errand that it began or answered.
 *
 * @returns runs the turn of a message, unless this process has heard it
 */
export function createHeardOnce() {
  let recent = new Set<string>();
  let older = recent;
  return async (conversationKey: string, activity: TurnActivity, turn: () => Promise<void>): Promise<void> => {
    // a secret in a correction is removed each time
    const id = activity.type === 'message' ? messageIdOf(activity) : undefined;
    if (id === undefined) return turn();
    const message = `${conversationKey.length}:${conversationKey}/${id}`;
    if (recent.has(message) || older.has(message)) return;
    if (recent.size >= GENERATION) [older, recent] = [recent, new Set()];
    const generation = recent.add(message);
    try {
      await turn();
    } catch (error) {
      // a later delivery may succeed
      generation.delete(message);
      throw error;
    }
  };
}
