import { Activity } from '@microsoft/agents-activity';
import {
  CloudAdapter,
  ConnectorClient,
  type ResourceResponse,
  type TurnContext,
  UserTokenClient,
} from '@microsoft/agents-hosting';

/**
 * A `CloudAdapter` without a channel: it takes activities from a test, as if a channel had sent them with a token for this
 * app, and keeps what the agent says, also unasked. It goes to no network.
 */
export class RecordingAdapter extends CloudAdapter {
  /** Give it to `createAuthorizer` too. */
  appId = 'test-app';
  /** What the agent said and nobody has taken, oldest first. */
  readonly said: Activity[] = [];
  /** What the agent has changed of what it said, by id. */
  readonly changed = new Map<string, Activity>();
  private readonly listeners = new Set<() => void>();
  private count = 0;

  constructor() {
    super({ clientId: 'test-app', tenantId: 'test' });
    // the SDK's own handler apologizes in the chat and keeps the error to itself
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /** One turn; rejects with what the agent throws, where you set no `onTurnError`. */
  async receive(activity: object, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    const body: Record<string, unknown> = {
      id: `in-${++this.count}`,
      channelId: 'test',
      serviceUrl: 'http://channel.test',
      recipient: { id: 'bot', role: 'bot' },
      ...activity,
    };
    const request = { body, headers: {}, method: 'POST', user: { aud: this.appId } };
    await this.process(request, nowhere(), async (context) => void (await logic(context)));
  }

  /** Takes what was said in a conversation. */
  take(conversationId: string): readonly Activity[] {
    const mine = this.said.filter(({ conversation }) => conversation?.id === conversationId);
    for (const one of mine) this.said.splice(this.said.indexOf(one), 1);
    return mine;
  }

  /** Resolves with the next activity that is said, wherever. */
  nextSaid(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.listeners.delete(wake);
        resolve();
      };
      this.listeners.add(wake);
    });
  }

  override async sendActivities(context: TurnContext, activities: Activity[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      if (activity.type === 'invokeResponse') sent.push(...(await super.sendActivities(context, [activity])));
      else sent.push(this.keep(activity));
    }
    for (const wake of [...this.listeners]) wake();
    return sent;
  }

  private keep(activity: Activity): ResourceResponse {
    const id = `out-${++this.count}`;
    this.said.push(Activity.fromObject({ ...activity, id }));
    return { id };
  }

  override async updateActivity(_context: TurnContext, activity: Activity): Promise<undefined> {
    this.changed.set(activity.id ?? '', activity);
  }

  protected override async createConnectorClientWithIdentity(): Promise<ConnectorClient> {
    return ConnectorClient.createClientWithToken('http://channel.test', '');
  }

  protected override async createUserTokenClient(): Promise<UserTokenClient> {
    return new UserTokenClient(this.appId);
  }
}

/** The answer that a channel would get. */
function nowhere(): Parameters<CloudAdapter['process']>[1] {
  return {
    headersSent: false,
    writableEnded: false,
    status() {
      return this;
    },
    setHeader() {
      return this;
    },
    send() {
      return this;
    },
    end() {
      return this;
    },
  };
}
