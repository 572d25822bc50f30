import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Heard } from '../journeys/chat-person.ts';
import type { Given, Order, Ring, Told } from './bot-orders.ts';
import { type CountingProduct, startCountingProduct } from './counting-product.ts';

/** A process that is the bot. */
export interface BotProcess {
  /** Where its pages are; people know the public address only. */
  readonly url: string;
  readonly isDead: boolean;
  /** Resolves when it is dead. */
  readonly gone: Promise<void>;
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
  /**
   * Begins a process; it is ready when it has opened the store.
   *
   * @param ring the key that seals
   */
  enter(ring?: Ring): Promise<BotProcess>;
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
  const hear = (told: Extract<Told, { readonly conversation: string }>) =>
    void heardIn(told.conversation).push(told.said as unknown as Heard);
  // loads everything while nobody waits for it
  let next = forked(hear);
  const heardIn = (conversation: string): Heard[] => {
    const known = heard.get(conversation) ?? [];
    heard.set(conversation, known);
    return known;
  };
  return {
    product,
    publicUrl,
    enter: async (ring = 'k2') => {
      const process = next;
      next = forked(hear);
      const stepsFile = join(folder, randomUUID());
      const open = { verb: 'open', store, product: product.origin, ends, publicUrl, ring, later, stepsFile } as const;
      const url = await process.order(open);
      const bot: BotProcess = {
        url,
        get isDead() {
          return process.isDead();
        },
        gone: process.gone,
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
      await next.end();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Characters of a string that a snapshot of the heap shows. */
const LONGEST = 1_000_000;

function forked(hear: (told: Extract<Told, { readonly conversation: string }>) => void) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'bot-process.ts'), {
    execArgv: ['--conditions=@latchkey/source', '--expose-gc', `--heap-snapshot-string-limit=${LONGEST}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = new Map<number, { resolve(result: string): void; reject(error: Error): void }>();
  let count = 0;
  let isDead = false;
  let die = (): void => {};
  const gone = new Promise<void>((resolve) => {
    die = resolve;
  });
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
    die();
    for (const { reject } of waiting.values()) reject(new BotDied());
    waiting.clear();
  });
  return {
    isDead: () => isDead,
    gone,
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
