import { channelOf } from '../channels/channels.ts';
import { say } from './say.ts';
import type { Turn } from './turn.ts';

/**
 * Where others read along nobody is asked for anything: the person goes on in the personal chat, by a link where the channel has one.
 *
 * @param asked what was asked for, to be sent again there. Default: the chat opens empty
 */
export async function sayGroupRefused(turn: Turn, asked = ''): Promise<void> {
  const { activity } = turn.context;
  const { groupRefused, openPersonalChat } = turn.texts;
  const url = channelOf(activity).personalChat?.(activity.recipient?.id ?? '', asked);
  await say(turn, url === undefined ? groupRefused : `${groupRefused} [${openPersonalChat}](${url})`);
}
