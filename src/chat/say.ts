import type { Authorizer } from '../authorizer.ts';
import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure, RunOutcome } from '../flows/run-action.ts';
import type { AnyAction } from '../model/action.ts';
import { answerCard } from './cards.ts';
import type { Attachment, ChatTurn, SaidActivity } from './sdk.ts';

/** A line of text, with things to say next as buttons. */
export async function say(context: ChatTurn, text: string, suggestions: readonly string[] = []): Promise<void> {
  await context.sendActivity(
    withSuggestions({ type: 'message', text, speak: text, inputHint: 'acceptingInput' }, suggestions),
  );
}

/** A card; `summary` stands where a channel shows only text. Gives the id under which it can be replaced. */
export async function show(
  context: ChatTurn,
  card: Attachment,
  summary: string,
  suggestions: readonly string[] = [],
): Promise<string | undefined> {
  const activity = withSuggestions({ type: 'message', attachments: [card], summary }, suggestions);
  return (await context.sendActivity(activity))?.id;
}

function withSuggestions(activity: SaidActivity, suggestions: readonly string[]): SaidActivity {
  if (suggestions.length === 0) return activity;
  const actions = suggestions.map((value) => ({ type: 'imBack', title: value, value }));
  return { ...activity, suggestedActions: { to: [], actions } };
}

/** Why nobody is asked to connect here, and what to do about it. */
export async function sayCannotConnect(
  context: ChatTurn,
  { texts, settings, integration }: Authorizer,
  id: string,
  why: ConnectRefusal,
): Promise<void> {
  await say(context, texts.cannotConnect(integration(id)?.name ?? id, why, settings.contact));
}

/** A result; where a shared account brought it about, whose. */
export async function showAnswer(
  context: ChatTurn,
  authorizer: Authorizer,
  action: AnyAction,
  done: Extract<RunOutcome, { status: 'done' }>,
): Promise<void> {
  const { texts } = authorizer;
  const product = authorizer.integration(action.integration)?.name ?? action.integration;
  const footer = done.actingAs === undefined ? undefined : texts.actingAs(product, done.actingAs);
  await show(context, answerCard(done.answer, texts, footer), done.answer.title);
}

/** Why there is no result; with `retry`, that is offered: a dialog must be waiting to hear it. */
export async function sayFailure(
  context: ChatTurn,
  authorizer: Authorizer,
  action: AnyAction,
  failure: ActionFailure,
  offer: 'retry' | 'nothing',
): Promise<void> {
  const { texts } = authorizer;
  const product = authorizer.integration(action.integration)?.name ?? action.integration;
  const text = texts.actionFailed(product, failure);
  await say(
    context,
    offer === 'retry' ? `${text} ${texts.retryHint}` : text,
    offer === 'retry' ? [texts.sayRetry] : [],
  );
}
