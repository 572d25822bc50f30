import { ConfigurationError } from '../errors.ts';
import type { Placement, Profile } from '../model/profile.ts';
import type { AuthMethod } from './auth-method.ts';
import { place } from './placements.ts';

/** A key that the person created at the product. Only they can replace or remove it, and only there. */
export const apiKey = {
  apply: (parts, profile, credential, where) => {
    if (credential.type !== 'api_key') throw new ConfigurationError(`${profile.id} needs an API key`);
    return place(parts, placementsOf(profile), { ...credential.values, ...where });
  },
  renew: async () => undefined,
  revoke: async () => 'unsupported',
} satisfies AuthMethod;

/**
 * Puts back the scheme that was stripped from what the person pasted (`Token token=`), where a profile sends the bare key
 * as the `Authorization` header.
 */
function placementsOf(profile: Profile): readonly Placement[] {
  if (profile.method === 'oauth2') return profile.placements;
  return profile.placements.map((placement) => {
    if (placement.in !== 'header' || placement.name.toLowerCase() !== 'authorization') return placement;
    const field = profile.fields.find(({ key }) => placement.value.trim() === `{{${key}}}`);
    return field?.stripPrefix === undefined
      ? placement
      : { ...placement, value: `${field.stripPrefix}{{${field.key}}}` };
  });
}
