import { MessageFactory, type TurnContext } from 'botbuilder';
import { closedCard } from './cards.ts';

/** What has been answered leaves no button and no typed key behind. A channel that changes no messages keeps the card. */
export async function replaceCard(
  context: TurnContext,
  cardId: string | undefined,
  title: string,
  text?: string,
): Promise<void> {
  if (cardId === undefined) return;
  const activity = { ...MessageFactory.attachment(closedCard(title, text)), summary: title, id: cardId };
  await context.updateActivity(activity).catch(() => {});
}
