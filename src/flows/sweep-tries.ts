import type { Services } from './services.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** Wrong passwords, and networks on which somebody signed in, are remembered for so long. */
const REMEMBERED = 90 * DAY;
const BATCH = 250;

/** Forgets old tries to sign in, once an hour: each network on which somebody signed in has a row. To be called every few seconds. */
export function startTrySweep({ vault, now }: Services): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    if (at - last < HOUR) return;
    while ((await vault.tries.sweep(at - REMEMBERED, BATCH)) === BATCH);
    last = at;
  };
}
