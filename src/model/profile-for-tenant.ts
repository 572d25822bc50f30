import { chosenAddress } from './chosen-address.ts';
import { TENANT_KEY, tenantField } from './connect-form.ts';
import type { Integration } from './integration.ts';
import type { AnyOAuth2Profile, Profile } from './profile.ts';

/** The profile with the client and the endpoints of this tenant; undefined where it has no client. */
export function profileForTenant(
  integration: Pick<Integration, 'tenant'>,
  profile: Profile,
  tenant: string | undefined,
): Profile | undefined {
  if (profile.method !== 'oauth2') return profile;
  const own = withOwnClient(profile, tenant);
  return own === undefined ? undefined : withOwnEndpoints(own, integration, tenant);
}

function withOwnClient(profile: AnyOAuth2Profile, tenant: string | undefined): AnyOAuth2Profile | undefined {
  if (profile.clientsByTenant === undefined) return profile;
  const clients = profile.clientsByTenant;
  const client = tenant !== undefined && Object.hasOwn(clients, tenant) ? clients[tenant] : undefined;
  if (client === undefined) return undefined;
  const { clientSecret: _, ...shared } = profile;
  return { ...shared, ...client };
}

/** Where tenants are a closed choice, a tenant's endpoints are the integration's own words; names stay for `endpointUrl`. */
function withOwnEndpoints(
  profile: AnyOAuth2Profile,
  { tenant: declared }: Pick<Integration, 'tenant'>,
  tenant: string | undefined,
): AnyOAuth2Profile {
  if (declared === undefined || !('choices' in declared)) return profile;
  const at = (url: string) => chosenAddress(url, [tenantField(declared)], { [TENANT_KEY]: tenant });
  const { refreshUrl, revocationUrl, revocation } = profile;
  const endpoints = {
    tokenUrl: at(profile.tokenUrl),
    ...(refreshUrl === undefined ? {} : { refreshUrl: at(refreshUrl) }),
    ...(revocationUrl === undefined ? {} : { revocationUrl: at(revocationUrl) }),
    ...(revocation === undefined ? {} : { revocation: { ...revocation, url: at(revocation.url) } }),
  };
  if (profile.grant === 'client_credentials') return { ...profile, ...endpoints };
  return { ...profile, ...endpoints, authorizationUrl: at(profile.authorizationUrl) };
}
