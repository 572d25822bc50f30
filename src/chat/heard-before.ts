import type { TurnActivity } from '../channels/activity.ts';
import { messageIdOf } from '../channels/message-id.ts';
import { errandsHere } from '../flows/errands-here.ts';
import type { Turn } from './turn.ts';

/** Messages per generation. A process remembers at least this many, more than arrive while a channel waits for a response. */
const GENERATION = 20_000;

/**
 * Handles each message once, although a channel that waits too long for a response delivers it again. Other processes
 * recognise it by the errand that it began or answered.
 */
export function createHeardBefore() {
  let recent = new Set<string>();
  let older = recent;
  return {
    async once(conversationKey: string, activity: TurnActivity, turn: () => Promise<void>): Promise<void> {
      const id = messageIdOf(activity);
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
    },
  };
}

/** True if another process has handled this very message and the channel has delivered it again, so no warning is due. */
export async function heardElsewhere({ context, services, sender }: Turn): Promise<boolean> {
  const id = messageIdOf(context.activity);
  if (id === undefined || sender.status === 'refused') return false;
  const here = await errandsHere(services, sender.owner, sender.conversation.key);
  return here.some(({ heard }) => heard.includes(id));
}
