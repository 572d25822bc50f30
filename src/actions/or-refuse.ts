import { ActionRefusedError, ApiCallError } from '../errors.ts';

/** Our sentence for a failed call, by status. A function reads the response body; if it returns undefined, the failure stays as it is. */
export type Refusals = Readonly<Record<number, string | ((body: unknown) => string | undefined)>>;

/**
 * The result of the call. If it failed with one of these statuses, throws our sentence; every other failure stays as it is, and
 * `runAction` finds the words for it.
 * @throws ActionRefusedError
 */
export async function orRefuse<T>(call: Promise<T>, refusals: Refusals): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ApiCallError)) throw error;
    const words = refusals[error.status];
    const sentence = typeof words === 'function' ? words(error.body) : words;
    throw sentence === undefined ? error : new ActionRefusedError(sentence);
  }
}
