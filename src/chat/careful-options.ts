import type { Authorizer } from '../authorizer.ts';
import { callOwnCode } from '../flows/own-code.ts';
import type { SenderOptions } from './sender.ts';

/** The bot's own answers to who speaks and who listens. Where its code throws, nobody is known, and others may listen. */
export function carefulOptions<Activity>(
  { ownerOf, isPersonal, ...options }: SenderOptions<Activity>,
  log: Authorizer['log'],
): SenderOptions<Activity> {
  const call = <Value>(code: 'ownerOf' | 'isPersonal', read: () => Value, otherwise: Value): Value => {
    const given = callOwnCode(log, code, () => ({ value: read() }));
    return given === undefined ? otherwise : given.value;
  };
  return {
    ...options,
    ...(ownerOf && { ownerOf: (activity) => call('ownerOf', () => ownerOf(activity), NOBODY) }),
    ...(isPersonal && { isPersonal: (activity) => call('isPersonal', () => isPersonal(activity), false) }),
  };
}

const NOBODY = { user: '' };
