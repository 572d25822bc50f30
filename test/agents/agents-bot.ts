import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AgentApplication,
  type AgentApplicationOptions,
  MemoryStorage,
  type TurnState,
} from '@microsoft/agents-hosting';
import { type AnyAction, type Authorizer, type AuthorizerOptions, createAuthorizer, type LogEvent } from 'latchkey';
import { askedAction, latchkey, manageAuthorizations, manageConnections } from 'latchkey/agents';
import { RecordingAdapter } from 'latchkey/agents/testing';
import { type BrowserPerson, openBrowser } from '../journeys/browser-person.ts';
import type { ChatPerson } from '../journeys/chat-person.ts';
import { openTestChat, type Recorded } from '../journeys/test-bot.ts';

/** An agent on the recording adapter: routes that call `authorizer.run`, no dialogs. */
export interface AgentsBot {
  readonly url: string;
  readonly authorizer: Authorizer;
  readonly adapter: RecordingAdapter;
  readonly app: AgentApplication<TurnState>;
  readonly log: readonly LogEvent[];
  /** What reached the agent's own route: the words, as it sees them. */
  readonly heard: readonly string[];
  chat(user?: string): ChatPerson;
  browser(): BrowserPerson;
  advance(milliseconds: number): void;
  now(): number;
  round(): Promise<void>;
  close(): Promise<void>;
}

export interface AgentsBotOptions extends Partial<Omit<AuthorizerOptions, 'integrations' | 'actions'>> {
  readonly integrations: AuthorizerOptions['integrations'];
  readonly actions: readonly AnyAction[];
  readonly agent?: Partial<AgentApplicationOptions<TurnState>>;
  /** Gives Latchkey the adapter alone, as an `ActivityHandler` does. */
  readonly adapterOnly?: boolean;
}

export async function openAgentsBot({
  integrations,
  actions,
  agent = {},
  adapterOnly = false,
  ...options
}: AgentsBotOptions): Promise<AgentsBot> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-agents-'));
  const log: LogEvent[] = [];
  const heard: string[] = [];
  let offset = 0;
  let people = 0;
  const now = () => Date.now() + offset;
  let answer: ReturnType<Authorizer['handler']> = async () => false;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const authorizer = await createAuthorizer({
    publicUrl: url,
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    integrations,
    actions,
    appId: 'test-app',
    logger: (event) => void log.push(event),
    now,
    ...options,
  });
  answer = authorizer.handler();
  const adapter = new RecordingAdapter();
  const app = new AgentApplication<TurnState>({ adapter, storage: new MemoryStorage(), ...agent });
  latchkey(adapterOnly ? adapter : app, authorizer);
  app.onActivity('message', async (context) => {
    heard.push(context.activity.text ?? '');
    if (await manageAuthorizations(context, authorizer)) return;
    if (await manageConnections(context, authorizer)) return;
    const asked = askedAction(context.activity.text ?? '', actions);
    if (asked === undefined) await context.sendActivity(`You said: ${context.activity.text}`);
    else await authorizer.run(context, asked.action, asked.input);
  });
  const recorded: Recorded = {
    receive: (activity) => adapter.receive(activity, (context) => app.run(context)),
    take: (conversation) => adapter.take(conversation),
    nextSaid: () => adapter.nextSaid(),
    changed: adapter.changed,
  };
  return {
    url,
    authorizer,
    adapter,
    app,
    log,
    heard,
    now,
    chat: (user = `person${++people}`) => openTestChat(recorded, user),
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
        server.closeAllConnections();
      });
      await authorizer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
