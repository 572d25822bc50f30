import { ConfigurationError } from '../errors.ts';
import type { Placement, Profile } from '../model/profile.ts';
import type { AuthMethod } from './auth-method.ts';
import { place } from './placements.ts';

/** A key that the person made in the product; only the person can renew or remove it, there. */
export const apiKey = {
  apply: (parts, profile, credential, where) => {
    if (credential.type !== 'api_key') throw new ConfigurationError(`${profile.id} needs an API key`);
    return place(parts, placementsOf(profile), { ...credential.values, ...where });
  },
  renew: async () => undefined,
  revoke: async () => 'unsupported',
} satisfies AuthMethod;

/**
 * A scheme that was taken off what a person pasted (`Token token=`) is in front of the key again, where a profile places
 * the key alone as the `Authorization` header.
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
