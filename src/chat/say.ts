import type { Authorizer } from '../authorizer.ts';
import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure, RunOutcome } from '../flows/run-action.ts';
import type { AnyAction } from '../model/action.ts';
import type { ConversationKind } from '../model/conversation.ts';
import { type Channel, channelOf } from './channels.ts';
import type { Message } from './message.ts';
import { renderCard } from './render-card.ts';
import { renderWords } from './render-words.ts';
import type { ChatTurn, SaidActivity } from './sdk.ts';
import { turnOf } from './turn.ts';

/** A message as the turn's channel shows it. */
export function renderedFor(context: ChatTurn, message: Message): SaidActivity {
  const channel = channelOf(context.activity);
  const { texts, sender } = turnOf(context);
  if (channel.shows.cards) return renderCard(message, limitsFor(channel, sender.conversation.kind), texts);
  return renderWords(message, channel, texts);
}

function limitsFor({ limits }: Channel, kind: ConversationKind): Channel['limits'] {
  return kind === 'group' ? { ...limits, choices: limits.choicesInGroups ?? limits.choices } : limits;
}

/** Gives the id under which it can be replaced, where the channel changes messages. */
export async function show(context: ChatTurn, message: Message): Promise<string | undefined> {
  const sent = await context.sendActivity(renderedFor(context, message));
  return channelOf(context.activity).shows.edits ? sent?.id : undefined;
}

/** A line of text, in Markdown, with things to say next. */
export async function say(context: ChatTurn, text: string, suggestions: readonly string[] = []): Promise<void> {
  await show(context, { text, suggestions });
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
  const { url, ...answer } = done.answer;
  await show(context, {
    card: {
      ...answer,
      ...(url === undefined ? {} : { link: { title: texts.openButton, url } }),
      ...(done.actingAs === undefined ? {} : { footer: texts.actingAs(product, done.actingAs) }),
    },
  });
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
