import { apiAddress } from '../model/api-address.ts';
import type { Site, TokenCredential } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import type { AnyOAuth2Profile } from '../model/profile.ts';
import { placeholdersOf } from '../model/template.ts';
import { discoverSites } from './discover-sites.ts';
import type { Services } from './services.ts';

export type SiteOfGrant =
  /** Without a site if the profile needs none. */
  | { readonly status: 'known'; readonly site?: Site }
  /** The access covers several sites, or not the requested one. */
  | { readonly status: 'choose_site'; readonly sites: readonly Site[] }
  | { readonly status: 'refused' | 'unreachable' };

/** The site for access that no person can be asked about: the only one it covers, or the requested one, by id or name. */
export async function siteOfGrant(
  services: Services,
  integration: Integration,
  { profile, credential }: { readonly profile: AnyOAuth2Profile; readonly credential: TokenCredential },
  wanted: string | undefined,
): Promise<SiteOfGrant> {
  if (!needsSite(integration, profile)) return { status: 'known' };
  const found = await discoverSites(services, integration, credential);
  if (found.status !== 'found') return found;
  const { sites } = found;
  if (sites.length === 0) return { status: 'refused' };
  const named = sites.filter(({ id, name }) => wanted === id || wanted?.toLowerCase() === name.toLowerCase());
  const [site, another] = wanted === undefined || wanted === '' ? sites : named;
  return site === undefined || another !== undefined ? { status: 'choose_site', sites } : { status: 'known', site };
}

function needsSite(integration: Integration, profile: AnyOAuth2Profile): boolean {
  if (integration.sites === undefined) return false;
  const texts = [
    apiAddress(integration, profile),
    ...Object.values(integration.apis ?? {}),
    ...profile.placements.map(({ value }) => value),
  ];
  return texts.flatMap(placeholdersOf).some((name) => name === 'siteId' || name === 'siteUrl');
}
