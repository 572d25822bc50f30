import type { ConversationReference } from '@microsoft/agents-activity';
import type { CloudAdapter, TurnContext } from '@microsoft/agents-hosting';
import { channelIdOf } from '../src/channels/channels.ts';
import { CHANNEL_ISSUERS, readProof } from '../src/channels/proof.ts';
import type { ChatSdk } from '../src/chat/sdk.ts';
import { ownTurns } from './own-turns.ts';

/** The Microsoft 365 Agents SDK. */
export function agentsPort(adapter: CloudAdapter): ChatSdk<TurnContext> {
  const isOwn = ownTurns(adapter);
  return {
    // the adapter itself verifies nothing: without the middleware that checks tokens there is no identity
    proofOf: (turn, appId) => readProof(turn.identity ?? {}, appId, isOwn(turn) ? undefined : CHANNEL_ISSUERS),
    referenceOf,
    // an empty app id is refused, an identity without one is anonymous
    continueConversation: (appId, reference, logic) =>
      adapter.continueConversation(appId || {}, ownReference(reference), logic),
  };
}

/**
 * In botbuilder's format, so that either SDK can continue the other's conversations. The SDK's own function would
 * require a recipient.
 */
function referenceOf({ activity }: TurnContext): Readonly<Record<string, unknown>> {
  const { id, type, from: user, recipient: bot, conversation, channelId, locale, serviceUrl } = activity;
  // these two channels do not show a reply to a conversationUpdate
  const isNews = type === 'conversationUpdate' && ['directline', 'webchat'].includes(channelIdOf(activity));
  return { ...(isNews ? {} : { activityId: id }), user, bot, conversation, channelId, locale, serviceUrl };
}

/** This SDK says `agent` where botbuilder says `bot`, and rejects empty names. */
function ownReference({ bot, ...reference }: Readonly<Record<string, unknown>>): ConversationReference {
  const named = { ...(bot === undefined ? {} : { agent: bot }), ...reference };
  return JSON.parse(JSON.stringify(named, (_, value) => (value === '' || value === null ? undefined : value)));
}
