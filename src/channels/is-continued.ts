import type { TurnActivity } from './activity.ts';

/** A turn that the bot continued by itself, not one that a message began. */
export function isContinued({ type, name }: Pick<TurnActivity, 'type' | 'name'>): boolean {
  return type === 'event' && name === 'ContinueConversation';
}
