import { messageIdOf } from '../channels/message-id.ts';
import { errandsHere } from '../flows/errands-here.ts';
import type { Turn } from './turn.ts';

/** True if another process has handled this very message and the channel has delivered it again, so no warning is due. */
export async function heardElsewhere({ context, services, sender }: Turn): Promise<boolean> {
  const id = messageIdOf(context.activity);
  if (id === undefined || sender.status === 'refused') return false;
  const here = await errandsHere(services, sender.owner, sender.conversation.key);
  return here.some(({ heard }) => heard.includes(id));
}
