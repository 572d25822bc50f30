import type { Services } from './services.ts';

/** Milliseconds between two beats; a process that misses two of them is not at work any more. */
const EVERY = 20_000;
const DAY = 24 * 60 * 60_000;

/** Writes down that this process is at work, so that nobody copies the store meanwhile. To be called every few seconds. */
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
