import { AsyncLocalStorage } from 'node:async_hooks';

interface Open {
  /** What the transaction was begun on. */
  readonly on: object;
  readonly around: Open | undefined;
  over: boolean;
}

const current = new AsyncLocalStorage<Open>();

/** Runs the work of a transaction, so that `refuseInside` knows it. */
export async function insideTransaction<T>(on: object, work: () => Promise<T>): Promise<T> {
  const open: Open = { on, around: current.getStore(), over: false };
  try {
    return await current.run(open, work);
  } finally {
    open.over = true;
  }
}

/**
 * Refuses a query to the outer store inside its own transaction. It would wait forever on SQLite's only connection, and on
 * PostgreSQL it would not be rolled back.
 *
 * @throws Error at once
 */
export function refuseInside(on: object): void {
  for (let open = current.getStore(); open !== undefined; open = open.around) {
    if (open.on === on && !open.over) {
      throw new Error('a query outside the open transaction: use the store that the transaction passes');
    }
  }
}

/** Runs work that does not belong to the transaction that happens to be open. */
export function outsideTransaction<T>(work: () => T): T {
  return current.exit(work);
}
