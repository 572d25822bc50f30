import type { Authorizer } from '../authorizer.ts';
import { messageIdOf } from './message-id.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';

/** Another process has taken this very message, and the channel delivers it again: nothing is wrong with it. */
export async function heardElsewhere(
  { errands }: Authorizer,
  { activity }: ChatTurn,
  sender: Sender,
): Promise<boolean> {
  const id = messageIdOf(activity);
  if (id === undefined || sender.status === 'refused') return false;
  const here = await errands.here(sender.owner, sender.conversation.key);
  return here.some(({ heard }) => heard.includes(id));
}
