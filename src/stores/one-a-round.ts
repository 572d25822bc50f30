import type { InTurn } from './run-alone.ts';

/**
 * Begins at most one transaction in each round of the event loop, in order. A commit to a SQLite file blocks the event loop
 * until it is on the disk, so reads and other work wait for one commit, and not for all that are queued.
 */
export function oneARound(): InTurn {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const next = () => {
    const begin = waiting.shift();
    isTaken = begin !== undefined;
    if (begin === undefined) return;
    setImmediate(next);
    begin();
  };
  return async (transaction) => {
    if (isTaken) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    } else {
      isTaken = true;
      setImmediate(next);
    }
    return transaction();
  };
}
