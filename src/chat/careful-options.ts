import type { SenderOptions } from '../channels/sender.ts';
import { callOwnCode } from '../flows/own-code.ts';
import type { Services } from '../flows/services.ts';

/**
 * The bot's own answers to who speaks and who listens. Where its code throws, or returns something else than it should (an async
 * function's promise above all), nobody is known, and others may listen.
 */
export function carefulOptions<Activity>(
  { ownerOf, isPersonal, ...options }: SenderOptions<Activity>,
  log: Services['log'],
): SenderOptions<Activity> {
  const call = <Value>(code: 'ownerOf' | 'isPersonal', read: () => Value, otherwise: Value): Value => {
    const given = callOwnCode(log, code, () => ({ value: read() }));
    return given === undefined ? otherwise : given.value;
  };
  return {
    ...options,
    ...(ownerOf && { ownerOf: (activity) => call('ownerOf', () => looked(ownerOf(activity), isClaim), NOBODY) }),
    ...(isPersonal && {
      isPersonal: (activity) => call('isPersonal', () => looked(isPersonal(activity), isBoolean), false),
    }),
  };
}

const NOBODY = { user: '' };

function looked<Value>(given: Value, isRight: (given: unknown) => boolean): Value {
  if (given === undefined || isRight(given)) return given;
  // nobody waits for it, and what it rejects with must not end the process
  if (given instanceof Promise) given.catch(() => {});
  throw new TypeError('not what it should return');
}

function isClaim(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || !('user' in given) || typeof given.user !== 'string') return false;
  return !('tenant' in given) || given.tenant === undefined || typeof given.tenant === 'string';
}

function isBoolean(given: unknown): boolean {
  return typeof given === 'boolean';
}
