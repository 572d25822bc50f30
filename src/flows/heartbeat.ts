import type { Services } from './services.ts';

/** Milliseconds between two beats. A process that misses two of them no longer counts as running. */
const EVERY = 20_000;
const DAY = 24 * 60 * 60_000;

/** Records that this process is running, so that nobody copies the store meanwhile. Call the returned function every few seconds. */
export function startHeartbeat({ vault, now, processId }: Services): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    if (at - last < EVERY) return;
    await vault.instances.beat(processId, at);
    await vault.instances.sweep(at - DAY);
    last = at;
  };
}
