import { ConfigurationError } from '../errors.ts';
import type { Integration } from './integration.ts';
import type { Profile } from './profile.ts';

type Addresses = Pick<Integration, 'id' | 'baseUrl' | 'apis'>;

/**
 * Where the calls of a way in go, as a template: its own base URL, or that of the integration; or another API of the product by its
 * name.
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
