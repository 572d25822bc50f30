import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds until the store is said not to answer. */
const PATIENCE = 5_000;

/**
 * Tries again while another process writes to the SQLite file. SQLite itself waits on the event loop, where a second writer
 * would stop everybody's turns and the health check with them; so it waits for a moment only, and the rest of the wait
 * happens here.
 *
 * @param attempt must have done nothing where it is refused as busy
 */
export async function whenFree<T>(attempt: () => Promise<T> | T): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      // not in step with the others
      await wait(1 + ((round * 7 + process.pid) % 20));
    }
  }
}

/** At once, and undefined if it is refused as busy: nearly always nobody else writes, and nothing has to wait. */
export function unlessBusy<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (isBusy(error)) return undefined;
    throw error;
  }
}

/** SQLITE_BUSY, whatever its extended code is. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}
