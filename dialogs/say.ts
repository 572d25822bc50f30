import { ActionTypes, type Attachment, MessageFactory, type TurnContext } from 'botbuilder';
import type { Answer, Texts } from '../src/index.ts';
import { answerCard } from './cards.ts';

/** A line of text, with things to say next as buttons. */
export async function say(context: TurnContext, text: string, suggestions: readonly string[] = []): Promise<void> {
  await context.sendActivity(withSuggestions(MessageFactory.text(text, text), suggestions));
}

/** A card; `summary` stands where a channel shows only text. */
export async function show(
  context: TurnContext,
  card: Attachment,
  summary: string,
  suggestions: readonly string[] = [],
): Promise<void> {
  await context.sendActivity(withSuggestions({ ...MessageFactory.attachment(card), summary }, suggestions));
}

function withSuggestions(
  activity: ReturnType<typeof MessageFactory.text>,
  suggestions: readonly string[],
): ReturnType<typeof MessageFactory.text> {
  if (suggestions.length === 0) return activity;
  const actions = suggestions.map((value) => ({ type: ActionTypes.ImBack, title: value, value }));
  return { ...activity, suggestedActions: { to: [], actions } };
}

export async function showAnswer(context: TurnContext, answer: Answer, texts: Texts): Promise<void> {
  await show(context, answerCard(answer, texts), answer.title);
}
