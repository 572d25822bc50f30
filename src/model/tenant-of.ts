import type { Integration } from './integration.ts';
import type { Profile } from './profile.ts';
import type { Tenant } from './tenant.ts';

/**
 * The customer or region that people enter for a profile. Undefined if no address, placement or client of the profile depends on one.
 */
export function tenantOf(
  { tenant, ...addresses }: Pick<Integration, 'tenant' | 'baseUrl' | 'apis'>,
  profile: Profile | undefined,
): Tenant | undefined {
  if (tenant === undefined || profile === undefined || dependsOnTenant(profile, addresses)) return tenant;
  return undefined;
}

function dependsOnTenant(profile: Profile, { baseUrl, apis = {} }: Pick<Integration, 'baseUrl' | 'apis'>): boolean {
  const placed = profile.placements.map(({ value }) => value);
  return [profile.baseUrl ?? baseUrl, ...Object.values(apis), ...placed].some(namesTenant) || signInDepends(profile);
}

function signInDepends(profile: Profile): boolean {
  if (profile.method !== 'oauth2') return false;
  const { tokenUrl, refreshUrl, revocationUrl, revocation, clientsByTenant } = profile;
  const consents = profile.grant !== 'client_credentials';
  const urls = [tokenUrl, refreshUrl, revocationUrl, revocation?.url, consents ? profile.authorizationUrl : undefined];
  const signed = consents && profile.callbackCheck !== undefined;
  return clientsByTenant !== undefined || signed || urls.some((url) => url !== undefined && namesTenant(url));
}

function namesTenant(template: string): boolean {
  return template.includes('{tenant}');
}
