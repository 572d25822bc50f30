import { channelOf } from '../channels/channels.ts';
import { say } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import { turnOf } from './turn.ts';

/**
 * Where others read along nobody is asked for anything: the person goes on in the personal chat, by a link where the channel has one.
 *
 * @param asked what was asked for, to be sent again there. Default: the chat opens empty
 */
export async function sayGroupRefused(context: ChatTurn, asked = ''): Promise<void> {
  const { texts } = turnOf(context);
  const { activity } = context;
  const url = channelOf(activity).personalChat?.(activity.recipient?.id ?? '', asked);
  await say(
    context,
    url === undefined ? texts.groupRefused : `${texts.groupRefused} [${texts.openPersonalChat}](${url})`,
  );
}
