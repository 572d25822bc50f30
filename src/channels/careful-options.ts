import type { SenderOptions } from './sender.ts';

/** The functions that are the bot's own code. */
type Code = 'ownerOf' | 'isPersonal';

/**
 * The bot's own functions for who speaks and who listens. If one throws or returns something invalid, such as the promise of an
 * async function, the sender is unknown and the conversation counts as a group.
 *
 * @param call calls code of the bot and returns its result, or undefined if it threw
 */
export function carefulOptions<Activity>(
  { ownerOf, isPersonal, ...options }: SenderOptions<Activity>,
  call: <Result>(code: Code, run: () => Result) => Result | undefined,
): SenderOptions<Activity> {
  const careful = <Value>(
    code: Code,
    read: (activity: Activity) => Value,
    isRight: (given: unknown) => boolean,
    otherwise: Value,
  ) => {
    const looked = (value: Value) => {
      if (value === undefined || isRight(value)) return { value };
      // nobody awaits it, and a rejection must not end the process
      if (value instanceof Promise) value.catch(() => {});
      throw new TypeError('not what it should return');
    };
    return (activity: Activity): Value => (call(code, () => looked(read(activity))) ?? { value: otherwise }).value;
  };
  return {
    ...options,
    ...(ownerOf && { ownerOf: careful('ownerOf', ownerOf, isClaim, { user: '' }) }),
    ...(isPersonal && { isPersonal: careful('isPersonal', isPersonal, (given) => typeof given === 'boolean', false) }),
  };
}

function isClaim(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !('user' in given) || typeof given.user !== 'string') return false;
  return !('tenant' in given) || given.tenant === undefined || typeof given.tenant === 'string';
}
