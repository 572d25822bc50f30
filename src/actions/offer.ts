import { InputRefusedError } from '../errors.ts';

/**
 * The person is asked for one input again, and what the product would take is offered.
 * @throws InputRefusedError
 */
export function offer(input: string, sentence: string, choices: readonly string[]): never {
  throw new InputRefusedError(input, sentence, choices);
}

/** The one of this name, whatever its case; else the only one whose name begins so. */
export function named<T>(all: readonly T[], given: string, nameOf: (one: T) => string): T | undefined {
  const wanted = given.trim().toLowerCase();
  const exact = all.find((one) => nameOf(one).toLowerCase() === wanted);
  if (exact !== undefined || wanted === '') return exact;
  const [only, another] = all.filter((one) => nameOf(one).toLowerCase().startsWith(wanted));
  return another === undefined ? only : undefined;
}
