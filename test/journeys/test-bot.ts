import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, MemoryStorage, type Middleware, type TurnContext } from 'botbuilder';
import { type AnyAction, type Authorizer, type AuthorizerOptions, createAuthorizer, type LogEvent } from 'latchkey';
import { type AuthorizerMiddlewareOptions, authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter } from 'latchkey/testing';
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
  const recorded: Recorded = {
    receive: (activity) => adapter.receive(activity, (context) => adapter.logic(context)),
    take: (conversation) => adapter.take(conversation),
    nextSaid: () => adapter.nextSaid(),
    changed: adapter.changed,
  };
  return {
    url,
    authorizer,
    adapter,
    storage,
    log,
    now,
    chat: async (user = `person${++people}`, more = {}) => openTestChat(recorded, user, more),
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

/** Has no tokens to give, where the SDK's own would make some up. */
export class ListeningAdapter extends RecordingAdapter {
  logic: (context: TurnContext) => Promise<void> = async () => {};

  override getUserToken(): Promise<never> {
    return Promise.reject(new Error('this adapter has no token service'));
  }

  override getSignInLink(): Promise<never> {
    return Promise.reject(new Error('this adapter has no token service'));
  }
}

/** An adapter that keeps what a bot says, of whatever SDK, and the bot behind it. */
export interface Recorded {
  receive(activity: object): Promise<void>;
  take(conversation: string): readonly object[];
  nextSaid(): Promise<void>;
  readonly changed: ReadonlyMap<string, object>;
}

export function openTestChat(adapter: Recorded, user: string, more: Partial<Activity> = {}): ChatPerson {
  const take = () => messagesOf(adapter.take(conversation));
  const conversation = more.conversation?.id ?? `chat-${user}`;
  const turn = async (activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]> => {
    await adapter.receive({
      // as channels do: the adapter counts anew in each process, and what was heard once is not heard again
      id: crypto.randomUUID(),
      channelId: 'test',
      from: { id: user, name: nameOf(user) },
      conversation: { id: conversation, isGroup: false, conversationType: 'personal' },
      ...more,
      ...activity,
    });
    return take();
  };
  const send = async (activity: Readonly<Record<string, unknown>>): Promise<readonly Heard[]> => {
    const before = take();
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
    look: async (heard) => heard.map((one) => (adapter.changed.get(one.id) as Heard | undefined) ?? one),
    say: (text) => send({ type: 'message', text }),
    submit: (asked, fields) => send({ type: 'message', value: { ...cardDataOn(asked), ...fields } }),
    listen: async () => take(),
    hear: async (until = /./) => {
      const heard: Heard[] = [];
      for (;;) {
        heard.push(...take());
        if (until.test(textsOf(heard))) return heard;
        await adapter.nextSaid();
      }
    },
    hearsNothing: async () => {
      const heard = take();
      if (heard.length > 0) throw new Error(`${user} heard ${JSON.stringify(heard.map(textOf))}`);
    },
  };
}

function messagesOf(said: readonly object[]): readonly Heard[] {
  return (said as readonly Heard[]).filter(({ type }) => type === 'message');
}
