import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStorage as AgentsMemoryStorage, type Middleware as AgentsMiddleware } from '@microsoft/agents-hosting';
import { type Activity, MemoryStorage, type Middleware } from 'botbuilder';
import { type AnyAction, type Authorizer, type AuthorizerOptions, createAuthorizer, type LogEvent } from 'latchkey';
import { type LatchkeyOptions, latchkey } from 'latchkey/agents';
import { RecordingAdapter as AgentsRecordingAdapter } from 'latchkey/agents/testing';
import { type AuthorizerMiddlewareOptions, authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter } from 'latchkey/testing';
import restify from 'restify';
import { PlaygroundBot } from '../../playground/bot.ts';
import { openAgent } from './agents-bot.ts';
import { type BrowserPerson, openBrowser } from './browser-person.ts';
import { type ChatPerson, cardDataOn, type Heard, nameOf, textOf, textsOf } from './chat-person.ts';
import { sdk } from './sdk.ts';

/** A bot on a recording adapter of either SDK: no connector, no token service. */
export interface TestBot {
  readonly url: string;
  readonly authorizer: Authorizer;
  /** Where the bot keeps its own state. */
  readonly storage: object;
  readonly log: readonly LogEvent[];
  /** One turn of other code than the bot's own. */
  receive(activity: object, answer: (turn: object) => Promise<unknown>): Promise<void>;
  /** The channel changes no message from now on. */
  refuseChanges(): void;
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
  /** What the bot does in a turn. Default: what the playground's does. */
  readonly answer?: (authorizer: Authorizer) => (turn: object) => Promise<unknown>;
  /** Who speaks on channels that the library does not believe. */
  readonly senders?: Pick<AuthorizerMiddlewareOptions, 'ownerOf' | 'isPersonal'>;
}

export async function openTestBot({
  integrations,
  actions,
  middleware = [],
  senders = {},
  answer,
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
  const open = sdk === 'agents' ? openOnAgents : openOnBotbuilder;
  const opened = open(authorizer, { actions, middleware, senders, answer: answer?.(authorizer) });
  return {
    url,
    authorizer,
    receive: opened.receive,
    refuseChanges: opened.refuseChanges,
    storage: opened.storage,
    log,
    now,
    chat: async (user = `person${++people}`, more = {}) => openTestChat(opened.recorded, user, more),
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

/** What a bot is made of, with either SDK. */
interface Opened extends Pick<TestBot, 'receive' | 'refuseChanges' | 'storage'> {
  readonly recorded: Recorded;
}

type Given = Required<Pick<TestBotOptions, 'actions' | 'middleware' | 'senders'>> & {
  readonly answer: ((turn: object) => Promise<unknown>) | undefined;
};

function openOnBotbuilder(authorizer: Authorizer, { actions, middleware, senders, answer }: Given): Opened {
  const adapter = new ListeningAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter, ...senders }));
  adapter.use(...middleware);
  const storage = new MemoryStorage();
  const bot = new PlaygroundBot(authorizer, actions, storage);
  return { ...openedOn(adapter, answer ?? ((context) => bot.run(context))), storage };
}

function openOnAgents(authorizer: Authorizer, { actions, middleware, senders, answer }: Given): Opened {
  const adapter = new AgentsRecordingAdapter();
  const options = senders as unknown as LatchkeyOptions;
  const storage = new AgentsMemoryStorage();
  const app = answer === undefined ? openAgent(authorizer, actions, adapter, options, storage) : undefined;
  if (app === undefined) latchkey(adapter, authorizer, options);
  adapter.use(...(middleware as unknown as AgentsMiddleware[]));
  return { ...openedOn(adapter, answer ?? (async (context) => app?.run(context))), storage };
}

/** The recording adapter of either SDK. */
interface ListensTo<Context extends object> extends Omit<Recorded, 'receive'> {
  receive(activity: object, logic: (context: Context) => Promise<unknown>): Promise<void>;
  updateActivity: unknown;
}

function openedOn<Context extends object>(
  adapter: ListensTo<Context>,
  answer: (context: Context) => Promise<unknown>,
): Omit<Opened, 'storage'> {
  return {
    recorded: {
      receive: (activity) => adapter.receive(activity, answer),
      take: (conversation) => adapter.take(conversation),
      nextSaid: () => adapter.nextSaid(),
      changed: adapter.changed,
    },
    receive: (activity, other) => adapter.receive(activity, other),
    refuseChanges: () => {
      adapter.updateActivity = () => Promise.reject(new Error('not on this channel'));
    },
  };
}

/** Has no tokens to give, where the SDK's own would make some up. */
export class ListeningAdapter extends RecordingAdapter {
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
    const given = more.conversation && withoutEmpty(more.conversation);
    await adapter.receive({
      // as channels do: the adapter counts anew in each process, and what was heard once is not heard again
      id: crypto.randomUUID(),
      channelId: 'test',
      from: { id: user, name: nameOf(user) },
      conversation: { id: conversation, isGroup: false, conversationType: 'personal' },
      ...more,
      ...(given && { conversation: given }),
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

/** The Agents SDK refuses them, and botbuilder's types ask for some. */
function withoutEmpty(conversation: Activity['conversation']): object {
  return Object.fromEntries(Object.entries(conversation).filter(([, value]) => value !== ''));
}
