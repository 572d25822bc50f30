import type { Services } from './services.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** How long wrong passwords, and networks of successful sign-ins, are remembered. */
const REMEMBERED = 90 * DAY;
const BATCH = 250;

/** Once an hour, forgets old attempts to sign in; each network of a successful sign-in has a row. Call the returned function every few seconds. */
export function startTrySweep({ vault, now }: Services): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const at = now();
    if (at - last < HOUR) return;
    while ((await vault.tries.sweep(at - REMEMBERED, BATCH)) === BATCH);
    last = at;
  };
}
