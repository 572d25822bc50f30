import type { InTurn } from './run-alone.ts';

/**
 * At once where none has begun in this round of the event loop, else one in each round, in their order. A commit to a SQLite file
 * holds the event loop until the disk has it: so whoever only reads, and whatever else happens, waits for one of them, and not for
 * all that were asked for before.
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
