import type { Authorizer } from '../authorizer.ts';
import { ConfigurationError } from '../errors.ts';

/**
 * What code without types gets wrong: the promise instead of the authorizer, or something else in its place.
 * @param call as it should be written
 * @throws ConfigurationError
 */
export function checkAuthorizer(authorizer: Authorizer, call: string): void {
  const given: unknown = authorizer;
  if (typeof given === 'object' && given !== null && 'then' in given) {
    throw new ConfigurationError(`${call}: the authorizer is a promise: write await before createAuthorizer(…)`);
  }
  if (typeof given !== 'object' || given === null || !('beginAuthorization' in given)) {
    throw new ConfigurationError(`${call}: the authorizer is missing, or the arguments are in another order`);
  }
}
