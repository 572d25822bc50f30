import { ConfigurationError } from '../errors.ts';
import type { Integration } from './integration.ts';
import type { Profile } from './profile.ts';

type Addresses = Pick<Integration, 'id' | 'baseUrl' | 'apis'>;

/**
 * The template of the address for calls of an action: the base URL of the profile or of the integration, or the named API.
 *
 * @throws ConfigurationError for a name that the integration does not list
 */
export function apiAddress(
  { id, baseUrl, apis = {} }: Addresses,
  profile: Pick<Profile, 'baseUrl'> | undefined,
  api?: string,
): string {
  if (api === undefined) return profile?.baseUrl ?? baseUrl;
  const address = Object.hasOwn(apis, api) ? apis[api] : undefined;
  if (address !== undefined) return address;
  const known = Object.keys(apis);
  throw new ConfigurationError(`${id} has no API called ${api}; its apis are ${known.join(', ') || 'none'}`);
}
