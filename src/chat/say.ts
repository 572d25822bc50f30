import type { Authorizer } from '../authorizer.ts';
import type { SaidActivity } from '../channels/activity.ts';
import { type Channel, channelOf } from '../channels/channels.ts';
import type { Message } from '../channels/message.ts';
import { renderCard } from '../channels/render-card.ts';
import { renderWords } from '../channels/render-words.ts';
import type { ConnectRefusal } from '../flows/access.ts';
import type { Answer } from '../model/action.ts';
import type { ConversationKind } from '../model/conversation.ts';
import type { Errand, ErrandResult } from '../model/errand.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import { productName } from './errand-title.ts';
import { sayable, stepsAfter } from './next-steps.ts';
import type { ChatTurn } from './sdk.ts';
import { contactIn, type Turn, turnOf } from './turn.ts';

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
  authorizer: Authorizer,
  id: string,
  why: ConnectRefusal,
  next: readonly string[] = [turnOf(context).texts.sayReconnect(id)],
): Promise<void> {
  const product = productName(authorizer, id);
  await say(context, turnOf(context).texts.cannotConnect(product, why, contactIn(context, authorizer)), next);
}

/** What an action came to: its answer, why there is none, or that it may have been done. */
export async function sayResult(
  context: ChatTurn,
  authorizer: Authorizer,
  errand: Pick<Errand, 'integration' | 'actionId'>,
  result: ErrandResult,
): Promise<void> {
  const { texts, inWords } = turnOf(context);
  const product = productName(authorizer, errand.integration);
  const next = (ended: Exclude<ErrandResult, { status: 'done' }>) =>
    sayable(stepsAfter(ended), errand, authorizer, { texts, inWords });
  switch (result.status) {
    case 'done': {
      const { url, ...given } = result.answer;
      const answer = answerInWords(given, inWords);
      const link = url === undefined ? {} : { link: { title: texts.openButton, url } };
      const footer = result.actingAs === undefined ? {} : { footer: texts.actingAs(product, result.actingAs) };
      await show(context, { card: { ...answer, ...link, ...footer } });
      return;
    }
    case 'failed': {
      const { retry, why } = result;
      const text =
        why === 'still_refused'
          ? texts.stillRefused(product)
          : texts.actionFailed(product, refusalInWords({ ...result, why }, inWords), contactIn(context, authorizer));
      await say(context, retry ? `${text} ${texts.retryHint}` : text, next(result));
      return;
    }
    case 'unsure': {
      const title = inWords(authorizer.action(errand.actionId ?? '')?.title ?? product);
      await say(context, texts.interrupted(title), next(result));
    }
  }
}

/** What an action refuses in fixed words is ours too. A product's words may be in it, and nothing of them becomes a link. */
function refusalInWords<Failure extends { readonly text?: string }>(
  failure: Failure,
  inWords: Turn['inWords'],
): Failure {
  return failure.text === undefined ? failure : { ...failure, text: escapeSentence(inWords(failure.text)) };
}

/** What has no name still has to be told from what is not there. */
const UNTITLED = 'Untitled';

/** What is ours in an answer: what products say in it stays as it is. */
function answerInWords(
  { title, facts, items, ...rest }: Omit<Answer, 'url'>,
  inWords: Turn['inWords'],
): Omit<Answer, 'url'> {
  return {
    ...rest,
    title: inWords(title || UNTITLED),
    ...(items === undefined
      ? {}
      : { items: items.map((item) => (item.title === '' ? { ...item, title: inWords(UNTITLED) } : item)) }),
    ...(facts === undefined ? {} : { facts: facts.map((fact) => ({ ...fact, title: inWords(fact.title) })) }),
  };
}
