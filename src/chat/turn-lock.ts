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
  const last = new Map<string, Hold>();
  return {
    async run(key, turn) {
      const before = last.get(key);
      const hold: Hold = {
        begins: before && letIn(before, longestHold),
        beganAt: 0,
        waiting: undefined,
        isOver: false,
      };
      last.set(key, hold);
      if (hold.begins !== undefined) await hold.begins;
      hold.beganAt = performance.now();
      try {
        return await turn();
      } finally {
        hold.isOver = true;
        hold.waiting?.();
        if (last.get(key) === hold) last.delete(key);
      }
    },
  };
}

/** A turn that has the lock, or waits for it. */
interface Hold {
  /** Settles when it has the lock; undefined where it never had to wait. */
  readonly begins: Promise<void> | undefined;
  beganAt: number;
  /** Lets the next one in. */
  waiting: (() => void) | undefined;
  isOver: boolean;
}

/** Waits until a turn is over, or has had the lock for so long. Only who waits has a timer. */
async function letIn(before: Hold, longestHold: number): Promise<void> {
  if (before.begins !== undefined) await before.begins;
  if (before.isOver) return;
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, before.beganAt + longestHold - performance.now()).unref();
    before.waiting = () => {
      clearTimeout(late);
      resolve();
    };
  });
}
