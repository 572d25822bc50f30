import { ConfigurationError } from '../errors.ts';
import { noSuchOption } from '../model/nearest-name.ts';

/**
 * Checks options that code without types may get wrong. A mistake about who is trusted must not wait for the first message; and if
 * a list of ids were a string, `includes` would trust every part of it.
 *
 * @param call the call with these options, for the error message
 * @throws ConfigurationError with all mistakes at once
 */
export function checkSenderOptions(options: object, call: string): void {
  const lines = Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!Object.hasOwn(OPTIONS, name)) return noSuchOption(Object.keys(OPTIONS), name);
    const problem = OPTIONS[name]?.(value);
    return problem === undefined ? [] : `${name}: ${problem}`;
  });
  if (lines.length > 0) throw new ConfigurationError(`${call}: ${lines.join('\n')}`);
}

/** Says what is wrong with a value; undefined if nothing is. */
type Rule = (value: unknown) => string | undefined;

const isFunction: Rule = (value) => (typeof value === 'function' ? undefined : 'it must be a function');

const OPTIONS: Readonly<Record<string, Rule>> = {
  // checked by the middleware
  adapter: () => undefined,
  onConnected: isFunction,
  ownerOf: isFunction,
  isPersonal: isFunction,
  trustSkillCallers: (value) =>
    Array.isArray(value) && value.every((id: unknown) => typeof id === 'string' && id !== '')
      ? undefined
      : 'it must be a list of app ids',
};
