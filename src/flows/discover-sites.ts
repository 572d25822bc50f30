import type { Credential, Site } from '../model/credential.ts';
import { holdsKey, tokensOf } from '../model/holds-key.ts';
import type { Integration } from '../model/integration.ts';
import { shownName } from '../model/shown-name.ts';
import { askWithToken } from './ask-with-token.ts';
import type { Services } from './services.ts';

export type DiscoveredSites =
  | { readonly status: 'found'; readonly sites: readonly Site[] }
  | { readonly status: 'refused' | 'unreachable' };

/** The sites that the access covers. Empty for products without sites. */
export async function discoverSites(
  services: Services,
  integration: Integration,
  credential: Credential,
): Promise<DiscoveredSites> {
  if (integration.sites === undefined || credential.type !== 'oauth2') return { status: 'found', sites: [] };
  const { url, read } = integration.sites;
  const answer = await askWithToken(services, integration, url, credential);
  if (answer.status !== 'answered') return answer;
  const sites = read(answer.body);
  if (sites === undefined) return { status: 'unreachable' };
  const said = sites.flatMap(({ id, name, url }) => [id, name, url]);
  if (holdsKey(said, tokensOf(credential))) return { status: 'unreachable' };
  return { status: 'found', sites: named(sites) };
}

function named(sites: readonly Site[]): readonly Site[] {
  return sites.map((site) => ({ ...site, name: shownName(site.name) }));
}
