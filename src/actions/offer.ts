import { InputRefusedError } from '../errors.ts';
import { shownLine } from '../model/shown-text.ts';

/**
 * Asks the person for one input, and offers the values that the product accepts: each once, on one line.
 * @param sentence what is wrong with the value given; undefined if none was given
 * @throws InputRefusedError
 */
export function offer(input: string, sentence: string | undefined, choices: readonly string[]): never {
  const shown = choices.map(shownLine).filter((choice) => choice !== '');
  throw new InputRefusedError(input, sentence, [...new Set(shown)]);
}

/** The only one with this name, ignoring case; otherwise the only one whose name starts with it. */
export function named<T>(all: readonly T[], given: string, nameOf: (one: T) => string): T | undefined {
  const wanted = shownLine(given).toLowerCase();
  if (wanted === '') return undefined;
  const names = all.map((one) => ({ one, name: shownLine(nameOf(one)).toLowerCase() }));
  const exact = names.filter(({ name }) => name === wanted);
  const [only, another] = exact.length > 0 ? exact : names.filter(({ name }) => name.startsWith(wanted));
  return another === undefined ? only?.one : undefined;
}

/**
 * The one that was named, and the names to choose from. If several share a name, each choice adds what tells them apart, and `given`
 * may be such a choice.
 * @param besides what tells two of the same name apart
 */
export function chosenFrom<T>(
  all: readonly T[],
  given: string,
  nameOf: (one: T) => string,
  besides: (one: T) => string,
): { readonly found: T | undefined; readonly choices: readonly string[] } {
  const names = all.map((one) => shownLine(nameOf(one)));
  const isAlone = (name: string) => names.filter((other) => other === name).length === 1;
  const choices = all.map((one, at) => {
    const name = names[at] ?? '';
    return isAlone(name) ? name : `${name} (${shownLine(besides(one))})`;
  });
  const at = choices.findIndex((choice) => choice.toLowerCase() === shownLine(given).toLowerCase());
  return { found: at === -1 ? named(all, given, nameOf) : all[at], choices };
}
