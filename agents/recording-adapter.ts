import { randomUUID } from 'node:crypto';
import { Activity } from '@microsoft/agents-activity';
import {
  CloudAdapter,
  ConnectorClient,
  type ResourceResponse,
  type TurnContext,
  UserTokenClient,
} from '@microsoft/agents-hosting';

/** The issuer of channels' tokens. */
const CHANNEL = 'https://api.botframework.com';

/**
 * A `CloudAdapter` without a channel: it accepts activities from a test, as if a channel had sent them with a token for
 * this app, and records what the agent says, even unasked. It does not use the network.
 */
export class RecordingAdapter extends CloudAdapter {
  /** Pass it to `createAuthorizer` too. */
  appId = 'test-app';
  /** What the agent said and `take` has not returned, oldest first. */
  readonly said: Activity[] = [];
  /** Messages that the agent has changed, by id. */
  readonly changed = new Map<string, Activity>();
  private readonly listeners = new Set<() => void>();
  private count = 0;

  constructor() {
    super({ clientId: 'test-app', tenantId: 'test' });
    // the SDK's own handler apologizes in the chat and swallows the error
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /** Runs one turn. Rejects with the agent's error if you set no `onTurnError`. */
  async receive(activity: object, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    const body: Record<string, unknown> = {
      // a second adapter on the same store must not seem to deliver messages of the first one again
      id: `in-${randomUUID()}`,
      channelId: 'test',
      serviceUrl: 'http://channel.test',
      recipient: { id: 'bot', role: 'bot' },
      ...activity,
    };
    const request = { body, headers: {}, method: 'POST', user: { aud: this.appId, iss: CHANNEL } };
    await this.process(request, nowhere(), async (context) => void (await logic(context)));
  }

  /** Returns what the agent said in a conversation, and forgets it. */
  take(conversationId: string): readonly Activity[] {
    const mine = this.said.filter(({ conversation }) => conversation?.id === conversationId);
    for (const one of mine) this.said.splice(this.said.indexOf(one), 1);
    return mine;
  }

  /** Resolves when the agent says something next, in any conversation. */
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

/** The response that a channel would get. */
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
