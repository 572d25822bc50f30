import { AsyncLocalStorage } from 'node:async_hooks';
import { within } from './within.ts';

/** One turn at a time per key, in the order of arrival: bot state is last-write-wins in the SDK. */
export interface TurnLock {
  /** A turn that a turn of the same key has begun, and that may be awaited there, runs at once. */
  run<T>(key: string, turn: () => Promise<T>): Promise<T>;
  /** Does something that no turn awaits. The turns in it wait for those before them, also if it is called in a turn. */
  apart<T>(work: () => T): T;
}

/** Milliseconds after which a turn that has not ended no longer blocks the others. It goes on, and nobody is told. */
const LONGEST_HOLD = 30_000;

/** A turn that has the lock or waits for it. */
interface Hold {
  readonly key: string;
  /** Settles when it gets the lock; undefined if it did not have to wait. */
  readonly begins: Promise<void> | undefined;
  /** The running turn that has begun it. */
  readonly outer: Hold | undefined;
  beganAt: number;
  isOver: boolean;
  /** What `run` returned. */
  over?: Promise<unknown>;
}

export function createTurnLock(longestHold = LONGEST_HOLD): TurnLock {
  const last = new Map<string, Hold>();
  const inside = new AsyncLocalStorage<Hold | undefined>();
  /** Waits until a turn is over, or has had the lock for `longestHold`. Only turns that wait have a timer. */
  const letIn = async (before: Hold): Promise<void> => {
    await before.begins;
    const left = before.beganAt + longestHold - performance.now();
    await within(left, Promise.resolve(before.over)).catch(() => {});
  };
  const take = async <T>(hold: Hold, turn: () => Promise<T>): Promise<T> => {
    if (hold.begins !== undefined) await hold.begins;
    hold.beganAt = performance.now();
    try {
      return await inside.run(hold, turn);
    } finally {
      hold.isOver = true;
      if (last.get(hold.key) === hold) last.delete(hold.key);
    }
  };
  return {
    run(key, turn) {
      const outer = stillRunning(inside.getStore());
      // if it waited for the turn that awaits it, neither would ever end
      if (isIn(outer, key)) return turn();
      const before = last.get(key);
      const hold: Hold = { key, begins: before && letIn(before), outer, beganAt: 0, isOver: false };
      last.set(key, hold);
      const running = take(hold, turn);
      hold.over = running;
      return running;
    },
    apart: (work) => inside.run(undefined, work),
  };
}

/** The turn itself, or the next one around it that has not ended. */
function stillRunning(hold: Hold | undefined): Hold | undefined {
  return hold?.isOver === true ? stillRunning(hold.outer) : hold;
}

function isIn(hold: Hold | undefined, key: string): boolean {
  const running = stillRunning(hold);
  return running !== undefined && (running.key === key || isIn(running.outer, key));
}
