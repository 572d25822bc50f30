import { InputRefusedError } from '../errors.ts';

/**
 * Asks the person for one input, with the values that the product would take.
 * @param sentence what is wrong with the value given; undefined where none was given
 * @throws InputRefusedError
 */
export function offer(input: string, sentence: string | undefined, choices: readonly string[]): never {
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
