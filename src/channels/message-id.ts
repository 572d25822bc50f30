import type { TurnActivity } from './activity.ts';

/**
 * The id under which a channel may deliver what a person wrote again. A correction has the id of the original message, and the time
 * of the correction. Undefined for other activities, which are judged each time.
 */
export function messageIdOf({ type, id, timestamp }: TurnActivity): string | undefined {
  if (id === undefined || id === '') return undefined;
  if (type === 'message') return id;
  const correctedAt = type === 'messageUpdate' && timestamp !== undefined ? new Date(timestamp).getTime() : Number.NaN;
  return Number.isNaN(correctedAt) ? undefined : `${id} corrected ${correctedAt}`;
}
