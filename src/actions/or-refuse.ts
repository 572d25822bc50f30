import { ActionRefusedError, ApiCallError } from '../errors.ts';

/** Our words for a failed call by its status; a function reads the product's answer, and may leave the failure as it is. */
export type Refusals = Readonly<Record<number, string | ((body: unknown) => string | undefined)>>;

/**
 * What the call answers, or our sentence where it failed with one of these statuses. Every other failure stays what it is
 * and gets its words from the runner.
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
