import { errandsHere } from '../flows/errands-here.ts';
import { messageIdOf } from './message-id.ts';
import type { Turn } from './turn.ts';

/** Another process has taken this very message, and the channel delivers it again: nothing is wrong with it. */
export async function heardElsewhere({ context, services, sender }: Turn): Promise<boolean> {
  const id = messageIdOf(context.activity);
  if (id === undefined || sender.status === 'refused') return false;
  const here = await errandsHere(services, sender.owner, sender.conversation.key);
  return here.some(({ heard }) => heard.includes(id));
}
