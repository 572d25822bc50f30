import { ConfigurationError } from '../errors.ts';
import type { AuthMethod } from './auth-method.ts';
import { place } from './placements.ts';

/** A key that the person made in the product; only the person can renew or remove it, there. */
export const apiKey = {
  apply: (parts, profile, credential, where) => {
    if (credential.type !== 'api_key') throw new ConfigurationError(`${profile.id} needs an API key`);
    return place(parts, profile.placements, { ...credential.values, ...where });
  },
  renew: async () => undefined,
  revoke: async () => 'unsupported',
} satisfies AuthMethod;
