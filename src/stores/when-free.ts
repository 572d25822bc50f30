import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds until the store counts as unavailable. */
const PATIENCE = 5_000;

/**
 * Retries while another process writes to the SQLite file. SQLite itself would block the event loop, and with it everybody's
 * turns and the health check, so it waits only for a moment, and the rest of the wait happens here.
 *
 * @param attempt must have no effect if it is refused as busy
 */
export async function whenFree<T>(attempt: () => Promise<T> | T): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      // differs between processes, so that they do not retry in step
      await wait(1 + ((round * 7 + process.pid) % 20));
    }
  }
}

/** Tries once, without the cost of waiting. Undefined if it is refused as busy, which is rare. */
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
