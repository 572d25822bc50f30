import { resolve } from 'node:path';

/** For each file, the last opening in progress in this process. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Opens a SQLite file once nothing else in this process is opening it. Opening changes tables under a lock, and SQLite blocks
 * the event loop while it waits for a lock, so a holder in the same process could never finish.
 */
export async function openInTurn<Opened>(path: string, open: () => Promise<Opened>): Promise<Opened> {
  if (path === ':memory:') return open();
  const file = resolve(path);
  const before = underWay.get(file);
  const opening = before === undefined ? open() : before.then(open, open);
  underWay.set(file, opening);
  try {
    return await opening;
  } finally {
    if (underWay.get(file) === opening) underWay.delete(file);
  }
}
