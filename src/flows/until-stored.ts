import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailableError } from '../errors.ts';
import { within } from './within.ts';

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

/** Milliseconds that somebody waits for a store that does not answer. */
const PATIENCE = 10_000;

/**
 * What whoever waits for it gets: the storing itself goes on.
 *
 * @throws StoreUnavailableError where it takes longer than 10 seconds
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
    throw new StoreUnavailableError('the token is kept, and written once the store answers');
  return outcome.stored.value;
}
