import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuthorizerOptions, LogEvent } from 'latchkey';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { type ChatPerson, openChat } from './chat-person.ts';

/** A bot, its chat, its pages and the products, all real and on loopback, with a clock that the test moves. */
export interface World {
  playground: Playground;
  readonly folder: string;
  readonly log: readonly (LogEvent & { readonly at: string })[];
  /** Milliseconds forward, for the library and for the products. */
  advance(milliseconds: number): void;
  chat(user: string, conversation?: string): Promise<ChatPerson>;
  /** The process ends and another one begins with the same folder and address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(
  overrides: Pick<AuthorizerOptions, 'confirm' | 'credentialEntry'> = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
  const log: (LogEvent & { readonly at: string })[] = [];
  let offset = 0;
  const start = (port: number, sandboxPort: number) =>
    startPlayground(
      { ...readConfig({ PORT: String(port), SANDBOX_PORT: String(sandboxPort) }), folder },
      { ...overrides, logger: (event) => log.push(event), now: () => Date.now() + offset },
    );
  const world: World = {
    playground: await start(0, 0),
    folder,
    log,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    chat: (user, conversation) => openChat(world.playground.url, user, conversation),
    restart: async () => {
      const ports = [world.playground.url, world.playground.sandbox.url].map((url) => Number(new URL(url).port));
      await world.playground.close();
      world.playground = await start(ports[0] ?? 0, ports[1] ?? 0);
    },
    close: async () => {
      await world.playground.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}
