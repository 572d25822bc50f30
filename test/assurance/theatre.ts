import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Heard } from '../journeys/chat-person.ts';
import type { Given, Order, Told } from './bot-orders.ts';
import { type CountingProduct, startCountingProduct } from './counting-product.ts';

/** A process that is the bot. */
export interface BotProcess {
  /** Where its pages are; people know the public address only. */
  readonly url: string;
  readonly isDead: boolean;
  /** @throws BotDied */
  order(order: Order): Promise<string>;
  /** The lines that it wrote before each of its steps since it was doomed. */
  steps(): readonly string[];
  end(): Promise<void>;
}

export class BotDied extends Error {}

/** A store, a product that counts its live tokens, and the processes that are one bot together. */
export interface Theatre {
  readonly product: CountingProduct;
  readonly publicUrl: string;
  /** Begins a process; it is ready when it has loaded everything and has opened the store. */
  enter(): Promise<BotProcess>;
  /** For all processes. */
  wait(milliseconds: number): Promise<void>;
  now(): number;
  /** All that was said in a conversation. */
  heardIn(conversation: string): readonly Heard[];
  close(): Promise<void>;
}

export async function openTheatre(store: string, ends: 'token' | 'grant' = 'grant'): Promise<Theatre> {
  const product = await startCountingProduct(ends);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-theatre-'));
  const publicUrl = 'http://127.0.0.1:1';
  const heard = new Map<string, Heard[]>();
  const present = new Set<BotProcess>();
  let later = 0;
  const heardIn = (conversation: string): Heard[] => {
    const known = heard.get(conversation) ?? [];
    heard.set(conversation, known);
    return known;
  };
  return {
    product,
    publicUrl,
    enter: async () => {
      const process = forked((told) => void heardIn(told.conversation).push(told.said as unknown as Heard));
      const stepsFile = join(folder, randomUUID());
      const open = { verb: 'open', store, product: product.origin, ends, publicUrl, later, stepsFile } as const;
      const url = await process.order(open);
      const bot: BotProcess = {
        url,
        get isDead() {
          return process.isDead();
        },
        order: process.order,
        steps: () => readFileSync(stepsFile, 'utf8').trim().split('\n'),
        end: async () => {
          present.delete(bot);
          await process.end();
        },
      };
      present.add(bot);
      return bot;
    },
    wait: async (milliseconds) => {
      later += milliseconds;
      for (const bot of present) if (!bot.isDead) await bot.order({ verb: 'later', later });
    },
    now: () => Date.now() + later,
    heardIn,
    close: async () => {
      for (const bot of [...present]) await bot.end();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function forked(hear: (told: Extract<Told, { readonly conversation: string }>) => void) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'bot-process.ts'), {
    execArgv: ['--conditions=@latchkey/source'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = new Map<number, { resolve(result: string): void; reject(error: Error): void }>();
  let count = 0;
  let isDead = false;
  child.on('message', (told: Told) => {
    if ('said' in told) return hear(told);
    const asked = waiting.get(told.answers);
    waiting.delete(told.answers);
    if ('error' in told) asked?.reject(new Error(told.error));
    else asked?.resolve(told.result);
  });
  // what it has said is read to its end first
  child.on('disconnect', () => {
    isDead = true;
    for (const { reject } of waiting.values()) reject(new BotDied());
    waiting.clear();
  });
  return {
    isDead: () => isDead,
    order: (order: Order): Promise<string> =>
      new Promise((resolve, reject) => {
        if (isDead) return reject(new BotDied());
        count += 1;
        waiting.set(count, { resolve, reject });
        const given: Given = { answers: count, order };
        child.send(given, () => {});
      }),
    end: async () => {
      if (isDead) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
