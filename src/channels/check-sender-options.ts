import { ConfigurationError } from '../errors.ts';
import { noSuchOption } from '../model/nearest-name.ts';

/**
 * What code without types gets wrong in the options of the bot's side. A mistake in who is trusted must not wait for the first
 * message, and a list that is a text would trust whatever is a part of it.
 *
 * @param call as it is written
 * @throws ConfigurationError all mistakes at once
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

/** What is wrong with the value. */
type Rule = (value: unknown) => string | undefined;

const isFunction: Rule = (value) => (typeof value === 'function' ? undefined : 'it must be a function');

const OPTIONS: Readonly<Record<string, Rule>> = {
  // looked at by itself
  adapter: () => undefined,
  onConnected: isFunction,
  ownerOf: isFunction,
  isPersonal: isFunction,
  trustSkillCallers: (value) =>
    Array.isArray(value) && value.every((id: unknown) => typeof id === 'string' && id !== '')
      ? undefined
      : 'it must be a list of app ids',
};
