import { ActionTypes, type Attachment, MessageFactory, type TurnContext } from 'botbuilder';
import type { AnyAction, Authorizer, RunOutcome } from '../src/index.ts';
import { answerCard } from './cards.ts';

/** A line of text, with things to say next as buttons. */
export async function say(context: TurnContext, text: string, suggestions: readonly string[] = []): Promise<void> {
  await context.sendActivity(withSuggestions(MessageFactory.text(text, text), suggestions));
}

/** A card; `summary` stands where a channel shows only text. Gives the id under which it can be replaced. */
export async function show(
  context: TurnContext,
  card: Attachment,
  summary: string,
  suggestions: readonly string[] = [],
): Promise<string | undefined> {
  const activity = withSuggestions({ ...MessageFactory.attachment(card), summary }, suggestions);
  return (await context.sendActivity(activity))?.id;
}

function withSuggestions(
  activity: ReturnType<typeof MessageFactory.text>,
  suggestions: readonly string[],
): ReturnType<typeof MessageFactory.text> {
  if (suggestions.length === 0) return activity;
  const actions = suggestions.map((value) => ({ type: ActionTypes.ImBack, title: value, value }));
  return { ...activity, suggestedActions: { to: [], actions } };
}

/** A result; where a shared account brought it about, whose. */
export async function showAnswer(
  context: TurnContext,
  authorizer: Authorizer,
  action: AnyAction,
  done: Extract<RunOutcome, { status: 'done' }>,
): Promise<void> {
  const { texts } = authorizer;
  const product = authorizer.integration(action.integration)?.name ?? action.integration;
  const footer = done.actingAs === undefined ? undefined : texts.actingAs(product, done.actingAs);
  await show(context, answerCard(done.answer, texts, footer), done.answer.title);
}
