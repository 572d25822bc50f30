import { HostRefusedError } from '../errors.ts';
import { chosenAddress } from './chosen-address.ts';
import { signInField, TENANT_KEY } from './connect-form.ts';
import { isHostLabel } from './host-label.ts';
import { fillListedHosts, type HostLists } from './listed-hosts.ts';
import type { AnyOAuth2Profile, Profile } from './profile.ts';

/** The profile with the client and the endpoints of this tenant. Undefined if it has no client for it. */
export function profileForTenant(
  integration: HostLists,
  profile: Profile,
  tenant: string | undefined,
  /** Values that came with the token. An endpoint that needs a missing value cannot be called. */
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
  const { signInAt, ...own } = client;
  return signInAt === undefined ? { ...shared, ...own } : signedInAt({ ...shared, ...own }, signInAt);
}

/** The endpoints with the name by which the authorization server knows the customer. */
function signedInAt(profile: AnyOAuth2Profile, name: string): AnyOAuth2Profile {
  if (!isHostLabel(name)) throw new HostRefusedError('signInAt cannot be part of a host name');
  return withEndpoints(profile, (url) => url.replaceAll('{tenant}', name));
}

/** The replacement of a host comes from the integration. A customer's name, which is one label, is left to `endpointUrl`. */
function withOwnEndpoints(
  profile: AnyOAuth2Profile,
  integration: HostLists,
  values: Readonly<Record<string, string | undefined>>,
): AnyOAuth2Profile {
  const { tenant, grantValues } = integration;
  const choices = tenant !== undefined && 'choices' in tenant ? [signInField(tenant)] : [];
  if (choices.length === 0 && (tenant === undefined || 'suffix' in tenant) && grantValues === undefined) return profile;
  return withEndpoints(profile, (url) => fillListedHosts(chosenAddress(url, choices, values), integration, values));
}

function withEndpoints(profile: AnyOAuth2Profile, at: (url: string) => string): AnyOAuth2Profile {
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
