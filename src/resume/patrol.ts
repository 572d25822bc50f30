import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks at the clock and the outbox; a wake-up comes at once. */
const ROUND = 5_000;

export interface Patrol {
  /** Deliver soon. */
  wake(): void;
  /** Begins no further round. Waits for the one under way, for at most `patience` milliseconds. */
  stop(patience: number): Promise<void>;
}

/** Sweeps and delivers again and again, one round at a time, for as long as the process lives. */
export function startPatrol(work: {
  readonly deliver: () => Promise<unknown>;
  readonly sweep: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}): Patrol {
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  const round = (sweepFirst: boolean): void => {
    if (stopped) return;
    underWay = underWay
      .then(async () => {
        if (sweepFirst) await work.sweep();
        await work.deliver();
      })
      .catch(work.failed);
  };
  const timer = setInterval(() => round(true), ROUND).unref();
  setImmediate(() => round(true));
  return {
    wake: () => void setImmediate(() => round(false)),
    stop: async (patience) => {
      stopped = true;
      clearInterval(timer);
      const late = new AbortController();
      const waited = sleep(patience, undefined, { signal: late.signal }).catch(() => {});
      await Promise.race([underWay, waited]);
      late.abort();
    },
  };
}
