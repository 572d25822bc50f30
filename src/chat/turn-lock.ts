/** One turn at a time per key, in the order of arrival: bot state is last-write-wins in the SDK. */
export interface TurnLock {
  run<T>(key: string, turn: () => Promise<T>): Promise<T>;
}

/** Milliseconds after which a turn that has not ended no longer keeps the others out. It goes on, and nothing is said of it. */
const LONGEST_HOLD = 30_000;

const locks = new WeakMap<object, TurnLock>();

/** One for all adapters of a bot: a streaming bot has an adapter for each socket, and a conversation may change its socket. */
export function turnLockOf(authorizer: object): TurnLock {
  const lock = locks.get(authorizer) ?? createTurnLock();
  locks.set(authorizer, lock);
  return lock;
}

export function createTurnLock(longestHold = LONGEST_HOLD): TurnLock {
  const tails = new Map<string, Promise<void>>();
  return {
    async run(key, turn) {
      const before = tails.get(key);
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const over = () => {
        release();
        if (tails.get(key) === released) tails.delete(key);
      };
      tails.set(key, released);
      if (before !== undefined) await before;
      const late = setTimeout(over, longestHold).unref();
      try {
        return await turn();
      } finally {
        clearTimeout(late);
        over();
      }
    },
  };
}
