import type { Connection } from '../model/connection.ts';
import { accountName, accountNames } from '../model/connection-name.ts';
import type { Site } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import type { Owner } from '../model/owner.ts';
import { NO_SETUP } from '../model/setup.ts';
import { plainName, sameName } from '../model/shown-name.ts';
import type { StoredConnection } from '../vault/vault.ts';
import { accessOf } from './access.ts';
import { checkCredential } from './check-credential.ts';
import { discoverSites } from './discover-sites.ts';
import { freshCredential } from './find-credential.ts';
import { listConnections } from './list-connections.ts';
import { type GrantedPlace, type Relocation, relocateConnection } from './relocate-connection.ts';
import { renewCredential } from './renew-credential.ts';
import { integrationOf, type Services } from './services.ts';

export type UseSiteOutcome =
  | Relocation
  /** No access of the person covers a site of this name. `places` are the sites it covers. */
  | { readonly status: 'no_such_site'; readonly places: readonly GrantedPlace[] }
  /** The access covers the site, but the product refuses the account there. */
  | { readonly status: 'site_refused'; readonly site: Site }
  /** Switched off, or not shared with this person. */
  | { readonly status: 'refused'; readonly why: 'disabled' | 'not_allowed' };

export interface UseSiteInput {
  readonly owner: Owner;
  readonly integration: string;
  /** The site's name, or `<account> at <site>`. Case-insensitive. */
  readonly named: string;
}

/** Makes actions use this site, which the person's access already covers. */
export async function useSite(services: Services, input: UseSiteInput): Promise<UseSiteOutcome> {
  const setup = await services.vault.setups.byIntegration(input.integration);
  const access = accessOf(services, input.owner, input, setup ?? NO_SETUP);
  if (access.status === 'refused') return access;
  const integration = integrationOf(services, input.integration);
  const mine = await connectionsOf(services, input.owner, integration);
  if (mine.length === 0) return { status: 'not_connected' };
  if (integration.sites === undefined) return { status: 'no_such_site', places: [] };
  const { named } = input;
  const places = new Map<string, GrantedPlace>();
  const failures = new Set<'unreachable' | 'needs_authorization'>();
  for (const { id, account } of grantsMeant(mine, named)) {
    const granted = await grantedSites(services, integration, id);
    if (granted.status !== 'found') {
      failures.add(granted.status);
      continue;
    }
    const here = granted.sites.map((one) => ({ account, site: one }));
    const names = accountNames(here);
    const [site, namesake] = granted.sites.filter((one, index) => isMeant({ account, site: one }, names[index], named));
    if (site !== undefined && namesake === undefined) return goTo(services, integration, granted.stored, site);
    for (const one of granted.sites) places.set(JSON.stringify([account.id, one.id]), { account, site: one });
  }
  if (failures.has('unreachable')) return { status: 'unreachable' };
  if (places.size === 0 && failures.size > 0) return { status: 'needs_authorization' };
  return { status: 'no_such_site', places: [...places.values()] };
}

/** Begins with the connection in use, because that is the one meant if several cover a site. */
async function connectionsOf(services: Services, owner: Owner, { id }: Integration): Promise<readonly Connection[]> {
  const connections = (await listConnections(services, owner)).filter(({ integration }) => integration === id);
  return connections.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault));
}

/** Only the connections of an account that was named. */
function grantsMeant(connections: readonly Connection[], named: string): readonly Connection[] {
  const plain = plainName(named);
  const ofAccount = connections.filter(({ account }) => plain.startsWith(`${plainName(account.label)} at `));
  return ofAccount.length === 0 ? connections : ofAccount;
}

function isMeant(place: GrantedPlace, name: string | undefined, named: string): boolean {
  return [place.site.name, accountName(place), name].some((one) => one !== undefined && sameName(one, named));
}

type GrantedSites =
  | { readonly status: 'found'; readonly stored: StoredConnection; readonly sites: readonly Site[] }
  | { readonly status: 'unreachable' | 'needs_authorization' };

async function grantedSites(services: Services, integration: Integration, connectionId: string): Promise<GrantedSites> {
  const stored = await services.vault.connections.byId(connectionId);
  if (stored === undefined) return { status: 'needs_authorization' };
  const fresh = await freshCredential(services, stored);
  if (fresh.status !== 'ready') return fresh;
  const granted = await sitesOf(services, integration, fresh.stored);
  if (granted.status !== 'needs_authorization') return granted;
  // the token may have ended early
  const renewed = await renewCredential(services, fresh.stored);
  if (renewed.status === 'renewed') return sitesOf(services, integration, renewed.stored);
  return { status: renewed.status === 'ended' ? 'needs_authorization' : 'unreachable' };
}

async function sitesOf(services: Services, integration: Integration, stored: StoredConnection): Promise<GrantedSites> {
  const discovered = await discoverSites(services, integration, stored.credential);
  if (discovered.status === 'found') return { ...discovered, stored };
  return { status: discovered.status === 'refused' ? 'needs_authorization' : 'unreachable' };
}

async function goTo(
  services: Services,
  integration: Integration,
  { connection, credential }: StoredConnection,
  site: Site,
): Promise<UseSiteOutcome> {
  const { id, profile, tenant } = connection;
  const check = await checkCredential(services, integration, { profile, credential, tenant, site });
  if (check.status === 'unreachable') return { status: 'unreachable' };
  if (check.status !== 'ok') return { status: 'site_refused', site };
  return relocateConnection(services, id, { account: check.account, site });
}
