import { within } from './within.ts';

/** One turn at a time per key, in the order of arrival: bot state is last-write-wins in the SDK. */
export interface TurnLock {
  run<T>(key: string, turn: () => Promise<T>): Promise<T>;
}

/** Milliseconds after which a turn that has not ended no longer blocks the others. It goes on, and nobody is told. */
const LONGEST_HOLD = 30_000;

/** A turn that has the lock or waits for it. */
interface Hold {
  /** Settles when it gets the lock; undefined if it did not have to wait. */
  readonly begins: Promise<void> | undefined;
  beganAt: number;
  /** What `run` returned. */
  over?: Promise<unknown>;
}

export function createTurnLock(longestHold = LONGEST_HOLD): TurnLock {
  const last = new Map<string, Hold>();
  /** Waits until a turn is over, or has had the lock for `longestHold`. Only turns that wait have a timer. */
  const letIn = async (before: Hold): Promise<void> => {
    await before.begins;
    const left = before.beganAt + longestHold - performance.now();
    await within(left, Promise.resolve(before.over)).catch(() => {});
  };
  const take = async <T>(key: string, hold: Hold, turn: () => Promise<T>): Promise<T> => {
    if (hold.begins !== undefined) await hold.begins;
    hold.beganAt = performance.now();
    try {
      return await turn();
    } finally {
      if (last.get(key) === hold) last.delete(key);
    }
  };
  return {
    run(key, turn) {
      const before = last.get(key);
      const hold: Hold = { begins: before && letIn(before), beganAt: 0 };
      last.set(key, hold);
      const running = take(key, hold, turn);
      hold.over = running;
      return running;
    },
  };
}
