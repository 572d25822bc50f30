import type { SaidActivity } from '../channels/activity.ts';
import { renderedFor } from './say.ts';
import type { ChatTurn } from './sdk.ts';

/** What has been answered leaves no button and no typed key behind. A channel that changes no messages keeps the card. */
export async function replaceCard(
  context: ChatTurn,
  cardId: string | undefined,
  title: string,
  text?: string,
): Promise<void> {
  if (cardId === undefined) return;
  const over = renderedFor(context, { card: { title, isOver: true, ...(text === undefined ? {} : { text }) } });
  const closed: SaidActivity = { ...over, id: cardId };
  await context.updateActivity(closed).catch(() => {});
}
