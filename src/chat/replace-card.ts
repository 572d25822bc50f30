import { closedCard } from './cards.ts';
import type { ChatTurn } from './sdk.ts';

/** What has been answered leaves no button and no typed key behind. A channel that changes no messages keeps the card. */
export async function replaceCard(
  context: ChatTurn,
  cardId: string | undefined,
  title: string,
  text?: string,
): Promise<void> {
  if (cardId === undefined) return;
  const attachments = [closedCard(title, text)];
  await context.updateActivity({ type: 'message', attachments, summary: title, id: cardId }).catch(() => {});
}
