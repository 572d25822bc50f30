import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthorizerOptions, LogEvent } from 'latchkey';
import type { Connection } from 'latchkey/internal';
import type { Sandbox } from 'latchkey/sandbox';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { steadyPort } from '../steady-port.ts';
import { type BrowserPerson, openBrowser, type Page } from './browser-person.ts';
import { type ChatPerson, openChat } from './chat-person.ts';
import { openBotWithSdk } from './open-bot.ts';
import { selectOwnProfiles } from './own-profile.ts';
import type { Row } from './rows.ts';
import { type Instance, startInstance } from './second-instance.ts';

/** A bot, its chat, its pages and the products, all real and on loopback, with a clock that the test moves. */
export interface World {
  readonly folder: string;
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly integrations: AuthorizerOptions['integrations'];
  /** Everybody's connections to a product, as developers see them. */
  connections(integration: string): Promise<readonly Connection[]>;
  /** What of a row the products remember and nobody else may know. */
  memoryOf(row: Pick<Row, 'secrets'>): readonly string[];
  readonly log: readonly (LogEvent & { readonly at: string })[];
  /** Everything that any browser of this world was answered: headers, page, and the address at which it then stands. */
  readonly pages: readonly string[];
  /** A chat client; each call without a name is somebody new. */
  chat(user?: string, conversation?: string): Promise<ChatPerson>;
  browser(): BrowserPerson;
  /** How often products were asked, by the beginning of a counter's name. */
  count(route: string): number;
  /** Milliseconds forward, for the library and for the products. */
  advance(milliseconds: number): void;
  /** The round that the library makes every few seconds by itself: looks at the clock, and says what is to be said. */
  round(): Promise<void>;
  /** A minute later, with products as on their first day: no limit on requests, no counter and no grant is left from before. */
  anew(): void;
  /** The process ends and another one begins with the same folder and address. `between`: done while there is none. */
  restart(between?: () => void | Promise<void>): Promise<void>;
  /** One more process that stands for the same bot, over the same store. Ends with the world. */
  secondInstance(): Promise<Instance>;
  close(): Promise<void>;
}

/**
 * @param ownProfiles rows whose profile a developer has made and selected before anybody comes
 * @param store default: a SQLite file of this world
 */
export async function openWorld(
  overrides: Pick<AuthorizerOptions, 'confirm' | 'credentialEntry'> = {},
  ownProfiles: readonly Row[] = [],
  store?: string,
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
  const log: (LogEvent & { readonly at: string })[] = [];
  const pages: string[] = [];
  const instances: Instance[] = [];
  let people = 0;
  let offset = 0;
  const now = () => Date.now() + offset;
  const logger = (event: LogEvent & { readonly at: string }) => void log.push(event);
  const start = (port: number) =>
    startPlayground(
      { ...readConfig({ PORT: String(port), LATCHKEY_STORE: store }), folder },
      { ...overrides, logger, now },
      openBotWithSdk,
    );
  let playground = await startSomewhere(start);
  await selectOwnProfiles(playground.authorizer, playground, ownProfiles);
  return {
    folder,
    url: playground.url,
    get sandbox() {
      return playground.sandbox;
    },
    get integrations() {
      return playground.integrations;
    },
    connections: (integration) => playground.authorizer.operator.listConnections({ integration, limit: 500 }),
    memoryOf: (row) => row.secrets(JSON.parse(readFileSync(join(folder, 'sandbox.json'), 'utf8'))),
    log,
    pages,
    chat: (user = `person${++people}`, conversation) => openChat(playground.url, user, conversation),
    browser: () => openBrowser((page, headers) => void pages.push(answerOf(page, headers))),
    count: (route) =>
      Object.entries(playground.sandbox.control.counters())
        .filter(([name]) => name === route || name.startsWith(`${route} `))
        .reduce((sum, [, count]) => sum + count, 0),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    round: async () => {
      await playground.authorizer.sweep();
      await playground.authorizer.deliver();
    },
    anew: () => {
      offset += 61_000;
      playground.sandbox.control.reset();
    },
    restart: async (between) => {
      const port = Number(new URL(playground.url).port);
      await playground.close();
      await between?.();
      playground = await start(port);
    },
    secondInstance: async () => {
      const instance = await startInstance(playground, {
        folder,
        logger,
        now,
        ...(store === undefined ? {} : { store }),
        ...overrides,
      });
      instances.push(instance);
      return instance;
    },
    close: async () => {
      for (const instance of instances) await instance.close();
      await playground.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answerOf(page: Page, headers: Headers): string {
  const moved = headers.has('location');
  return [moved ? '' : page.url, ...[...headers].map(([name, value]) => `${name}: ${value}`), page.html].join('\n');
}

/** On a port that stays free while the playground restarts. */
async function startSomewhere(start: (port: number) => Promise<Playground>): Promise<Playground> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await start(steadyPort());
    } catch (error) {
      if (tried === 20 || !(error instanceof Error && error.message.includes(' is taken'))) throw error;
    }
  }
}
