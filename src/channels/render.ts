import type { ConversationKind } from '../model/conversation.ts';
import type { Texts } from '../texts/texts.ts';
import type { SaidActivity, TurnActivity } from './activity.ts';
import { type Channel, channelOf } from './channels.ts';
import type { Message } from './message.ts';
import { renderCard } from './render-card.ts';
import { renderWords } from './render-words.ts';

/** Turns a message into an activity for its channel. */
export function rendered(
  message: Message,
  activity: Pick<TurnActivity, 'channelId'>,
  kind: ConversationKind,
  texts: Texts,
): SaidActivity {
  const channel = channelOf(activity);
  return channel.shows.cards
    ? renderCard(message, limitsFor(channel, kind), texts)
    : renderWords(message, channel, texts);
}

function limitsFor({ limits }: Channel, kind: ConversationKind): Channel['limits'] {
  return kind === 'group' ? { ...limits, choices: limits.choicesInGroups ?? limits.choices } : limits;
}
