import { ActivityEx, type ConversationReference, TestAdapter, TurnContext } from 'botbuilder';

/** botbuilder's TestAdapter cannot continue a conversation; this one can, so that what is said unasked can be tested. */
export class ProactiveTestAdapter extends TestAdapter {
  override async continueConversationAsync(
    _botAppId: unknown,
    reference: unknown,
    logicOrAudience: unknown,
    maybeLogic?: unknown,
  ): Promise<void> {
    const logic = typeof logicOrAudience === 'function' ? logicOrAudience : maybeLogic;
    if (typeof logic !== 'function') throw new TypeError('continueConversationAsync needs logic to run');
    const activity = ActivityEx.getContinuationActivity(reference as Partial<ConversationReference>);
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, (turn) => Promise.resolve(logic(turn)));
  }
}
