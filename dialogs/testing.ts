import { type Activity, ActivityEx, type ConversationReference, TestAdapter, type TurnContext } from 'botbuilder';

/**
 * botbuilder's TestAdapter cannot continue a conversation and shows no verified identity; this one does both, so that what
 * is said unasked can be tested, and people are known.
 */
export class ProactiveTestAdapter extends TestAdapter {
  /** Turns come as if a channel had sent them with a token for this app: give it to `createAuthorizer` too. */
  appId = 'test-app';

  protected override createContext(request: Partial<Activity>): TurnContext {
    const context = super.createContext(request);
    context.turnState.set(this.BotIdentityKey, { claims: [{ type: 'aud', value: this.appId }] });
    return context;
  }

  override async continueConversationAsync(
    _botAppId: unknown,
    reference: unknown,
    logicOrAudience: unknown,
    maybeLogic?: unknown,
  ): Promise<void> {
    const logic = typeof logicOrAudience === 'function' ? logicOrAudience : maybeLogic;
    if (typeof logic !== 'function') throw new TypeError('continueConversationAsync needs logic to run');
    const activity = ActivityEx.getContinuationActivity(reference as Partial<ConversationReference>);
    const context = this.createContext(activity);
    await this.runMiddleware(context, (turn) => Promise.resolve(logic(turn)));
  }
}
