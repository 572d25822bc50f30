import { type BotAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import type { ChatSdk } from '../src/chat/sdk.ts';

/** The Bot Framework SDK, version 4. */
export function botbuilderPort(adapter: BotAdapter): ChatSdk<TurnContext> {
  return {
    isAuthenticated: (context) => !isAnonymous(context.turnState.get(context.adapter.BotIdentityKey)),
    referenceOf: ({ activity }) => ({ ...TurnContext.getConversationReference(activity) }),
    async continueConversation(appId, reference: Partial<ConversationReference>, logic) {
      // `onTurnError` swallows what goes wrong in a continued conversation; here it must be known
      let failure: unknown = new Error('the conversation was not continued');
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        try {
          await logic(context);
          failure = undefined;
        } catch (error) {
          failure = error;
        }
      });
      if (failure !== undefined) throw failure;
    },
  };
}

/** The SDK marks a turn without token checks with an anonymous identity. */
function isAnonymous(identity: unknown): boolean {
  if (typeof identity !== 'object' || identity === null || !('authenticationType' in identity)) return false;
  return identity.authenticationType === 'anonymous';
}
