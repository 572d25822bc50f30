import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Nobody else has the tokens that a product has just given, so they are written again until they are stored or superseded,
 * however long the store does not answer.
 *
 * @param write resolves to undefined where another process was first, and it is to be tried again
 * @param failed told each time why the store did not take them
 */
export async function untilStored<T>(
  write: () => Promise<T | undefined>,
  failed: (error: unknown) => void,
): Promise<T> {
  for (let pause = 10; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      const outcome = await write();
      if (outcome !== undefined) return outcome;
    } catch (error) {
      failed(error);
    }
    // a process that has nothing else to do may end
    await sleep(pause, undefined, { ref: false });
  }
}
