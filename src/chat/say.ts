import type { SaidActivity } from '../channels/activity.ts';
import { channelOf } from '../channels/channels.ts';
import type { Message } from '../channels/message.ts';
import { rendered } from '../channels/render.ts';
import type { Errand } from '../model/errand.ts';
import { productName, type Turn } from './turn.ts';

/** Says a text in Markdown, with suggestions for what to say next. */
export async function say(turn: Turn, text: string, suggestions: readonly string[] = []): Promise<void> {
  await show(turn, { text, suggestions });
}

/** The same, when that is all that a message leads to. */
export async function answer(turn: Turn, text: string, suggestions?: readonly string[]): Promise<'answered'> {
  await say(turn, text, suggestions);
  return 'answered';
}

/** Returns the id with which it can be replaced, if the channel lets bots edit messages. */
export async function show(turn: Turn, message: Message): Promise<string | undefined> {
  const { context } = turn;
  const sent = await context.sendActivity(renderedFor(turn, message));
  return channelOf(context.activity).shows.edits ? sent?.id : undefined;
}

/** Replaces a card, so that it leaves no button and no typed key behind. If the channel refuses to edit it, it stays. */
export async function replaceCard(turn: Turn, cardId: string | undefined, title: string, text?: string): Promise<void> {
  if (cardId === undefined) return;
  const over = renderedFor(turn, { card: { title, isOver: true, ...(text === undefined ? {} : { text }) } });
  const closed: SaidActivity = { ...over, id: cardId };
  await turn.context.updateActivity(closed).catch(() => {});
}

/** Replaces the card of an errand that no longer needs it. */
export async function closeCard(
  turn: Turn,
  { card, integration }: Pick<Errand, 'card' | 'integration'>,
  how: 'connected' | 'cancelled' | 'replaced' | 'over',
  text?: string,
): Promise<void> {
  const title = turn.texts.cardClosed(productName(turn, integration), how);
  await replaceCard(turn, card?.id, title, text);
}

function renderedFor({ context, texts, sender }: Turn, message: Message): SaidActivity {
  return rendered(message, context.activity, sender.conversation.kind, texts);
}
