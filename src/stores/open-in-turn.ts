import { resolve } from 'node:path';

/** The last opening of each file that is under way in this process. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Opens a SQLite file once nothing else of this process is opening it. Opening changes tables under a lock, and SQLite waits
 * for a lock without giving the event loop back, so that the holder of the lock in the same process could never end.
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
