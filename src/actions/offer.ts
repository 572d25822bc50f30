import { ActionRefusedError } from '../errors.ts';

/**
 * The person is asked for one input again, and what the product would take is offered.
 * @throws ActionRefusedError
 */
export function offer(_input: string, sentence: string, choices: readonly string[]): never {
  const named = choices.length === 0 ? '' : ` There is: ${choices.slice(0, 20).join(', ')}.`;
  throw new ActionRefusedError(`${sentence}${named}`);
}

/** The one of this name, whatever its case; else the only one whose name begins so. */
export function named<T>(all: readonly T[], given: string, nameOf: (one: T) => string): T | undefined {
  const wanted = given.trim().toLowerCase();
  const exact = all.find((one) => nameOf(one).toLowerCase() === wanted);
  if (exact !== undefined || wanted === '') return exact;
  const [only, another] = all.filter((one) => nameOf(one).toLowerCase().startsWith(wanted));
  return another === undefined ? only : undefined;
}
