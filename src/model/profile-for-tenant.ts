import { chosenAddress } from './chosen-address.ts';
import { TENANT_KEY, tenantField } from './connect-form.ts';
import { fillListedHosts, type HostLists } from './listed-hosts.ts';
import type { AnyOAuth2Profile, Profile } from './profile.ts';

/** The profile with the client and the endpoints of this tenant; undefined where it has no client. */
export function profileForTenant(
  integration: HostLists,
  profile: Profile,
  tenant: string | undefined,
  /** What came with the grant; an endpoint that needs a value which is not here can be asked nothing. */
  values: Readonly<Record<string, string>> = {},
): Profile | undefined {
  if (profile.method !== 'oauth2') return profile;
  const own = withOwnClient(profile, tenant);
  return own === undefined ? undefined : withOwnEndpoints(own, integration, { ...values, [TENANT_KEY]: tenant });
}

function withOwnClient(profile: AnyOAuth2Profile, tenant: string | undefined): AnyOAuth2Profile | undefined {
  if (profile.clientsByTenant === undefined) return profile;
  const clients = profile.clientsByTenant;
  const client = tenant !== undefined && Object.hasOwn(clients, tenant) ? clients[tenant] : undefined;
  if (client === undefined) return undefined;
  const { clientSecret: _, ...shared } = profile;
  return { ...shared, ...client };
}

/** What replaces a host is the integration's own word; a customer's name, which is one label, stays for `endpointUrl`. */
function withOwnEndpoints(
  profile: AnyOAuth2Profile,
  integration: HostLists,
  values: Readonly<Record<string, string | undefined>>,
): AnyOAuth2Profile {
  const { tenant, grantValues } = integration;
  const choices = tenant !== undefined && 'choices' in tenant ? [tenantField(tenant)] : [];
  if (choices.length === 0 && (tenant === undefined || 'suffix' in tenant) && grantValues === undefined) return profile;
  const at = (url: string) => fillListedHosts(chosenAddress(url, choices, values), integration, values);
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
