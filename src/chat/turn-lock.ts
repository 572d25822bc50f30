/** One turn at a time per key, in the order of arrival: bot state is last-write-wins in the SDK. */
export interface TurnLock {
  run<T>(key: string, turn: () => Promise<T>): Promise<T>;
}

export function createTurnLock(): TurnLock {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(key, turn) {
      const before = tails.get(key);
      const mine = before === undefined ? turn() : before.then(turn, turn);
      const settled = mine.then(
        () => {},
        () => {},
      );
      tails.set(key, settled);
      try {
        return await mine;
      } finally {
        if (tails.get(key) === settled) tails.delete(key);
      }
    },
  };
}
