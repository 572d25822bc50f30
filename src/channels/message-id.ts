import type { TurnActivity } from './activity.ts';

/**
 * The id under which a channel may deliver this message again. Undefined for other activities, which are judged each time: an
 * edited message has the id of the original, and a different text.
 */
export function messageIdOf({ type, id }: TurnActivity): string | undefined {
  return type === 'message' && id !== '' ? id : undefined;
}
