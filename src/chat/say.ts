import type { SaidActivity } from '../channels/activity.ts';
import { type Channel, channelOf } from '../channels/channels.ts';
import type { Message } from '../channels/message.ts';
import { renderCard } from '../channels/render-card.ts';
import { renderWords } from '../channels/render-words.ts';
import type { ConversationKind } from '../model/conversation.ts';
import type { Turn } from './turn.ts';

/** A line of text, in Markdown, with things to say next. */
export async function say(turn: Turn, text: string, suggestions: readonly string[] = []): Promise<void> {
  await show(turn, { text, suggestions });
}

/** Gives the id under which it can be replaced, where the channel changes messages. */
export async function show(turn: Turn, message: Message): Promise<string | undefined> {
  const { context } = turn;
  const sent = await context.sendActivity(renderedFor(turn, message));
  return channelOf(context.activity).shows.edits ? sent?.id : undefined;
}

/** What has been answered leaves no button and no typed key behind. A channel that changes no messages keeps the card. */
export async function replaceCard(turn: Turn, cardId: string | undefined, title: string, text?: string): Promise<void> {
  if (cardId === undefined) return;
  const over = renderedFor(turn, { card: { title, isOver: true, ...(text === undefined ? {} : { text }) } });
  const closed: SaidActivity = { ...over, id: cardId };
  await turn.context.updateActivity(closed).catch(() => {});
}

/** A message as the turn's channel shows it. */
function renderedFor({ context, texts, sender }: Turn, message: Message): SaidActivity {
  const channel = channelOf(context.activity);
  if (channel.shows.cards) return renderCard(message, limitsFor(channel, sender.conversation.kind), texts);
  return renderWords(message, channel, texts);
}

function limitsFor({ limits }: Channel, kind: ConversationKind): Channel['limits'] {
  return kind === 'group' ? { ...limits, choices: limits.choicesInGroups ?? limits.choices } : limits;
}
