import type { TurnActivity } from './activity.ts';

/**
 * The id under which a channel may deliver this message again. Undefined for anything that is judged each time: a corrected
 * message has the id of the first one, and another text.
 */
export function messageIdOf({ type, id }: TurnActivity): string | undefined {
  return type === 'message' && id !== '' ? id : undefined;
}
