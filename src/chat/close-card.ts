import type { Errand } from '../model/errand.ts';
import { replaceCard } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** A card that is over has no button any more. */
export async function closeCard(
  turn: Turn,
  { card, integration }: Pick<Errand, 'card' | 'integration'>,
  how: 'connected' | 'cancelled' | 'replaced' | 'over',
  text?: string,
): Promise<void> {
  if (card !== undefined)
    await replaceCard(turn, card.id, turn.texts.cardClosed(productName(turn, integration), how), text);
}
