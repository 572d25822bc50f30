import { randomUUID } from 'node:crypto';
import {
  type Activity,
  ActivityEx,
  type ConversationReference,
  type ResourceResponse,
  TestAdapter,
  type TurnContext,
} from 'botbuilder';

/**
 * botbuilder's TestAdapter cannot continue a conversation and provides no verified identity. This adapter does both, so
 * that Latchkey knows who is speaking, and you can test messages that the bot sends by itself. It also records the
 * changes that the bot makes to its messages.
 */
export class RecordingAdapter extends TestAdapter {
  /** Turns look as if a channel had sent them with a token for this app. Pass it to `createAuthorizer` too. */
  appId = 'test-app';
  /** Messages that the bot has changed, by id. */
  readonly changed = new Map<string, Partial<Activity>>();
  private readonly listeners = new Set<() => void>();

  /** Runs one turn. Rejects with the bot's error if `onTurnError` is not set. */
  receive(activity: object, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    // a second adapter on the same store must not seem to deliver messages of the first one again
    return this.processActivity(
      { id: `in-${randomUUID()}`, ...activity },
      async (context) => void (await logic(context)),
    );
  }

  /** Returns what the bot said in a conversation, and forgets it. */
  take(conversationId: string): readonly Partial<Activity>[] {
    const mine = this.activeQueue.filter((one) => one.conversation?.id === conversationId);
    for (const one of mine) this.activeQueue.splice(this.activeQueue.indexOf(one), 1);
    return mine;
  }

  /** Resolves when the bot says something next, in any conversation. */
  nextSaid(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.listeners.delete(wake);
        resolve();
      };
      this.listeners.add(wake);
    });
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const addressed = activities.map((activity) => ({ ...activity, conversation: context.activity.conversation }));
    const sent = await super.sendActivities(context, addressed);
    for (const wake of [...this.listeners]) wake();
    return sent;
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<undefined> {
    this.changed.set(activity.id ?? '', activity);
  }

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
