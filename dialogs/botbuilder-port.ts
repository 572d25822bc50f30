import { type BotAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { readProof } from '../src/channels/proof.ts';
import type { ChatSdk } from '../src/chat/sdk.ts';

/** The Bot Framework SDK, version 4. */
export function botbuilderPort(adapter: BotAdapter): ChatSdk<TurnContext> {
  return {
    proofOf: (context, appId) => readProof(claimsIn(context.turnState.get(context.adapter.BotIdentityKey)), appId),
    referenceOf: ({ activity }) => ({ ...TurnContext.getConversationReference(activity) }),
    continueConversation: (appId, reference: Partial<ConversationReference>, logic) =>
      adapter.continueConversationAsync(appId, reference, logic),
  };
}

/** From the `ClaimsIdentity` that adapters of the SDK keep in the turn; without token checks it has no claims. */
function claimsIn(identity: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof identity !== 'object' || identity === null) return undefined;
  if (!('claims' in identity) || !Array.isArray(identity.claims)) return undefined;
  const claims: readonly unknown[] = identity.claims;
  return Object.fromEntries(claims.flatMap(claimOf));
}

function claimOf(claim: unknown): readonly (readonly [string, unknown])[] {
  if (typeof claim !== 'object' || claim === null || !('type' in claim) || !('value' in claim)) return [];
  return [[String(claim.type), claim.value]];
}
