import type { TurnActivity } from './activity.ts';

/**
 * Under which id a channel may deliver this very message again. Undefined for anything that is judged each time: a corrected
 * message has the id of the first one, and other words.
 */
export function messageIdOf({ type, id }: TurnActivity): string | undefined {
  return type === 'message' && id !== '' ? id : undefined;
}
