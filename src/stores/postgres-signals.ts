import { setTimeout as wait } from 'node:timers/promises';
import type { Signal } from '../model/signal.ts';

/** The channel of all signals. Triggers write to it when a change is committed (migration 0014). */
const CHANNEL = 'latchkey';

/** A connection of the driver's own. */
export interface ListeningClient {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  on(event: 'notification', heard: (message: { readonly payload?: string | undefined }) => void): unknown;
  on(event: 'error' | 'end', over: () => void): unknown;
  end(): Promise<void>;
  /** The process may end although this connection is open. */
  unref?(): void;
}

/** Milliseconds until a broken connection is opened again. Grows with each failure. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Milliseconds that a server gets to say goodbye. One that hangs never does. */
const GOODBYE = 1_000;
/** Milliseconds after which a connection that was cut off silently is noticed. */
const PROBE = 30_000;

/**
 * Listens on one connection until it is ended, and opens it again if it breaks. Listeners must look now and then too,
 * because signals are lost while it is broken.
 */
export function listenTo(open: () => ListeningClient, hear: (signal: Signal) => void): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const listening = listenOn();

  async function listenOn(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!signal.aborted) {
      if (await listenOnce(open(), hear, signal)) pause = FIRST_PAUSE;
      await wait(pause, undefined, { ref: false, signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
  return async () => {
    ending.abort();
    await listening;
  };
}

/** Until it breaks. True if it had listened. */
async function listenOnce(client: ListeningClient, hear: (signal: Signal) => void, ending: AbortSignal) {
  const broken = new AbortController();
  const over = () => broken.abort();
  client.on('error', over);
  client.on('end', over);
  client.on('notification', ({ payload }) => {
    const heard = read(payload ?? '');
    if (heard !== undefined) hear(heard);
  });
  const either = AbortSignal.any([broken.signal, ending]);
  let listened = false;
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    listened = true;
    hear({ kind: 'all' });
    while (!either.aborted) {
      await wait(PROBE, undefined, { ref: false, signal: either }).catch(() => {});
      if (!either.aborted) await client.query('select 1');
    }
  } catch {
    // opened again after a pause
  }
  await Promise.race([client.end().catch(() => {}), wait(GOODBYE)]);
  client.unref?.();
  return listened;
}

function read(payload: string): Signal | undefined {
  const [kind, connection] = payload.split(' ');
  if (kind === 'due' || kind === 'decided') return { kind };
  return kind === 'renewed' && connection !== undefined ? { kind, connection } : undefined;
}
