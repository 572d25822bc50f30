import { messageIdOf } from '../channels/message-id.ts';
import { errandsHere } from '../flows/errands-here.ts';
import type { Errand } from '../model/errand.ts';
import type { Turn } from './turn.ts';

/** Open and recent errands of the turn's sender here, oldest first. None if the sender is unknown. */
export async function errandsOf({ services, sender }: Turn): Promise<readonly Errand[]> {
  return sender.status === 'refused' ? [] : errandsHere(services, sender.owner, sender.conversation.key);
}

/**
 * True if another process has handled this very message and the channel has delivered it again, so no warning is due.
 *
 * @param here default: read from the store
 */
export async function heardElsewhere(turn: Turn, here?: readonly Errand[]): Promise<boolean> {
  const id = messageIdOf(turn.context.activity);
  return id !== undefined && (here ?? (await errandsOf(turn))).some(({ heard }) => heard.includes(id));
}
