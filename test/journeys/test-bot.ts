import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, MemoryStorage, type Middleware, type ResourceResponse, type TurnContext } from 'botbuilder';
import { type AnyAction, type Authorizer, type AuthorizerOptions, createAuthorizer, type LogEvent } from 'latchkey';
import { type AuthorizerMiddlewareOptions, authorizerMiddleware } from 'latchkey/dialogs';
import { ProactiveTestAdapter } from 'latchkey/testing';
import restify from 'restify';
import { PlaygroundBot } from '../../playground/bot.ts';
import { type BrowserPerson, openBrowser } from './browser-person.ts';
import { type ChatPerson, cardDataOn, type Heard, nameOf, textOf, textsOf } from './chat-person.ts';

/** A bot on the SDK's test adapter: no connector, no app id, and no token service. */
export interface TestBot {
  readonly url: string;
  readonly authorizer: Authorizer;
  readonly adapter: ListeningAdapter;
  readonly storage: MemoryStorage;
  readonly log: readonly LogEvent[];
  chat(user?: string, more?: Partial<Activity>): Promise<ChatPerson>;
  browser(): BrowserPerson;
  advance(milliseconds: number): void;
  now(): number;
  round(): Promise<void>;
  close(): Promise<void>;
}

export interface TestBotOptions extends Partial<Omit<AuthorizerOptions, 'integrations' | 'actions'>> {
  readonly integrations: (bot: { readonly now: () => number }) => AuthorizerOptions['integrations'];
  readonly actions: readonly AnyAction[];
  /** After the authorizer's own. */
  readonly middleware?: readonly Middleware[];
  /** Who speaks on channels that the library does not believe. */
  readonly senders?: Pick<AuthorizerMiddlewareOptions, 'ownerOf' | 'isPersonal'>;
}

export async function openTestBot({
  integrations,
  actions,
  middleware = [],
  senders = {},
  ...options
}: TestBotOptions): Promise<TestBot> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-bot-'));
  const log: LogEvent[] = [];
  let offset = 0;
  let people = 0;
  const now = () => Date.now() + offset;
  const server = restify.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const authorizer = await createAuthorizer({
    publicUrl: url,
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations: integrations({ now }),
    appId: 'test-app',
    logger: (event) => void log.push(event),
    now,
    ...options,
  });
  authorizer.mount(server);
  const adapter = new ListeningAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter, ...senders }));
  adapter.use(...middleware);
  const storage = new MemoryStorage();
  const bot = new PlaygroundBot(authorizer, actions, storage);
  adapter.logic = (context) => bot.run(context);
  return {
    url,
    authorizer,
    adapter,
    storage,
    log,
    now,
    chat: async (user = `person${++people}`, more = {}) => openTestChat(adapter, user, more),
    browser: () => openBrowser(),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    round: async () => {
      await authorizer.sweep();
      await authorizer.deliver();
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await authorizer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tells who waits that something was said; and has no tokens to give, where the SDK's own would make some up. */
export class ListeningAdapter extends ProactiveTestAdapter implements Recorder {
  logic: (context: TurnContext) => Promise<void> = async () => {};

  receive(activity: Readonly<Record<string, unknown>>): Promise<void> {
    return this.processActivity(activity as Partial<Activity>, (context) => this.logic(context));
  }

  private readonly listeners = new Set<() => void>();

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const addressed = activities.map((activity) => ({ ...activity, conversation: context.activity.conversation }));
    const sent = await super.sendActivities(context, addressed);
    for (const wake of [...this.listeners]) wake();
    return sent;
  }

  /** What the bot has changed of what it said, by id. */
  readonly changed = new Map<string, Heard>();

  override updateActivity(_context: TurnContext, activity: Activity): Promise<undefined> {
    this.changed.set(activity.id ?? '', activity as unknown as Heard);
    return Promise.resolve(undefined);
  }

  override getUserToken(): Promise<never> {
    return Promise.reject(new Error('this adapter has no token service'));
  }

  override getSignInLink(): Promise<never> {
    return Promise.reject(new Error('this adapter has no token service'));
  }

  /** Resolves with the next activity that is sent, wherever. */
  nextSent(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.listeners.delete(wake);
        resolve();
      };
      this.listeners.add(wake);
    });
  }

  /** Takes what was said in a conversation out of the queue. */
  take(conversation: string): readonly Heard[] {
    const mine = this.activeQueue.filter((one) => one.conversation?.id === conversation);
    for (const one of mine) this.activeQueue.splice(this.activeQueue.indexOf(one), 1);
    return mine.filter(({ type }) => type === 'message') as unknown as readonly Heard[];
  }
}

/** An adapter that keeps what a bot says, of whatever SDK. */
export interface Recorder {
  /** One turn of the bot. */
  receive(activity: Readonly<Record<string, unknown>>): Promise<void>;
  /** Takes what was said in a conversation. */
  take(conversation: string): readonly Heard[];
  /** Resolves with the next activity that is sent, wherever. */
  nextSent(): Promise<void>;
  /** What the bot has changed of what it said, by id. */
  readonly changed: ReadonlyMap<string, Heard>;
}

export function openTestChat(adapter: Recorder, user: string, more: Partial<Activity> = {}): ChatPerson {
  const conversation = more.conversation?.id ?? `chat-${user}`;
  const turn = async (activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]> => {
    await adapter.receive({
      channelId: 'test',
      from: { id: user, name: nameOf(user) },
      conversation: { id: conversation, isGroup: false, conversationType: 'personal' },
      ...more,
      ...activity,
    });
    return adapter.take(conversation);
  };
  const send = async (activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]> => {
    const before = adapter.take(conversation);
    if (before.length > 0) throw new Error(`${user} has not listened to ${JSON.stringify(before.map(textOf))}`);
    const heard = await turn(activity);
    if (heard.length === 0) throw new Error(`the bot did not answer ${JSON.stringify(activity)}`);
    return heard;
  };
  return {
    user,
    conversation,
    send,
    post: turn,
    look: async (heard) => heard.map((one) => adapter.changed.get(one.id) ?? one),
    say: (text) => send({ type: 'message', text }),
    submit: (asked, fields) => send({ type: 'message', value: { ...cardDataOn(asked), ...fields } }),
    listen: async () => adapter.take(conversation),
    hear: async (until = /./) => {
      const heard: Heard[] = [];
      for (;;) {
        heard.push(...adapter.take(conversation));
        if (until.test(textsOf(heard))) return heard;
        await adapter.nextSent();
      }
    },
    hearsNothing: async () => {
      const heard = adapter.take(conversation);
      if (heard.length > 0) throw new Error(`${user} heard ${JSON.stringify(heard.map(textOf))}`);
    },
  };
}
