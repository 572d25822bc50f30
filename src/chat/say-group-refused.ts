import { channelOf } from '../channels/channels.ts';
import { say } from './say.ts';
import type { Turn } from './turn.ts';

/**
 * In a group the bot asks for nothing: it sends the person to the personal chat, with a link if the channel has one.
 *
 * @param asked the request, for the personal chat to open with. Default: it opens empty
 */
export async function sayGroupRefused(turn: Turn, asked = ''): Promise<void> {
  const { activity } = turn.context;
  const { groupRefused, openPersonalChat } = turn.texts;
  const url = channelOf(activity).personalChat?.(activity.recipient?.id ?? '', asked);
  await say(turn, url === undefined ? groupRefused : `${groupRefused} [${openPersonalChat}](${url})`);
}
