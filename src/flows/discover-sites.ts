import { ProviderUnreachableError } from '../errors.ts';
import type { Credential, Site } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { judgeAnswer, refusesCredential } from '../model/judge-answer.ts';
import { readAnswer } from '../model/read-answer.ts';
import { shownName } from '../model/shown-name.ts';
import { guardOf } from './base-url.ts';
import type { Services } from './services.ts';

export type DiscoveredSites =
  | { readonly status: 'found'; readonly sites: readonly Site[] }
  | { readonly status: 'refused' | 'unreachable' };

/** Which places a grant reaches; none where the product has no such thing. */
export async function discoverSites(
  services: Services,
  integration: Integration,
  credential: Credential,
): Promise<DiscoveredSites> {
  if (integration.sites === undefined || credential.type !== 'oauth2') return { status: 'found', sites: [] };
  const headers = { accept: 'application/json', authorization: `Bearer ${credential.accessToken}` };
  const { url, read } = integration.sites;
  try {
    const answer = readAnswer(await services.http.sender(guardOf(integration, url))({ method: 'GET', url, headers }));
    if (judgeAnswer(answer, integration, { fresh: true }).kind === 'success') {
      const sites = read(answer.body);
      return sites === undefined ? { status: 'unreachable' } : { status: 'found', sites: named(sites) };
    }
    return { status: refusesCredential(answer, integration) ? 'refused' : 'unreachable' };
  } catch (error) {
    if (error instanceof ProviderUnreachableError) return { status: 'unreachable' };
    throw error;
  }
}

function named(sites: readonly Site[]): readonly Site[] {
  return sites.map((site) => ({ ...site, name: shownName(site.name) }));
}
