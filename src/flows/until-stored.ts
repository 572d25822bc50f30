import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailableError } from '../errors.ts';
import { within } from './within.ts';

/**
 * Repeats a write until it succeeds or is superseded, however long the store fails, because nobody else has the tokens that a
 * product has just issued.
 *
 * @param write resolves to undefined if another process won the race and it has to be repeated
 * @param failed called with each error of the store
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
    // does not keep the process alive
    await sleep(pause, undefined, { ref: false });
  }
}

/** Milliseconds for which a caller waits for a store that does not respond. */
const PATIENCE = 10_000;

/**
 * Waits for a write, but not forever. The write itself continues.
 *
 * @throws StoreUnavailableError if it takes longer than 10 seconds
 */
export async function storedInTime<T>(storing: Promise<T>): Promise<T> {
  const outcome: { stored?: { readonly value: T } } = {};
  await within(
    PATIENCE,
    storing.then((value) => {
      outcome.stored = { value };
    }),
  );
  if (outcome.stored === undefined)
    throw new StoreUnavailableError('the token is kept in memory and stored as soon as the store responds');
  return outcome.stored.value;
}
