import type { TurnActivity } from '../channels/activity.ts';
import { messageIdOf } from '../channels/message-id.ts';
import { errandsHere } from '../flows/errands-here.ts';
import type { Turn } from './turn.ts';

/** Messages in a generation. The process remembers so many at least, more than it hears while a channel waits for an answer. */
const GENERATION = 20_000;

/**
 * A channel that waits too long for its answer delivers a message again: it is heard once. Other processes know it from the
 * errand that it has begun or answered.
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
        // whoever delivers it again may be luckier
        generation.delete(message);
        throw error;
      }
    },
  };
}

/** Another process has taken this very message, and the channel delivers it again: nothing is wrong with it. */
export async function heardElsewhere({ context, services, sender }: Turn): Promise<boolean> {
  const id = messageIdOf(context.activity);
  if (id === undefined || sender.status === 'refused') return false;
  const here = await errandsHere(services, sender.owner, sender.conversation.key);
  return here.some(({ heard }) => heard.includes(id));
}
