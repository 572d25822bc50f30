import { placeName } from '../../model/connection-name.ts';
import type { Account } from '../../model/credential.ts';
import type { GrantEnd } from '../../model/grant-end.ts';
import { ownIcon } from '../../model/icon.ts';
import { isForPeople } from '../../model/profile.ts';
import { type PublicProfile, publicProfile } from '../../model/public-profile.ts';
import { type Audience, NO_SETUP, type Setup, sharedOwnerKey } from '../../model/setup.ts';
import { statusOf } from '../access.ts';
import { grantEndOf } from '../grant-end-of.ts';
import type { Services } from '../services.ts';

/** An integration as developers see it. */
export interface IntegrationOverview {
  readonly id: string;
  readonly name: string;
  /** Id of the integration, if it has an icon. */
  readonly icon?: string;
  /** Somebody is connected, or a developer has set something up. */
  readonly inUse: boolean;
  /**
   * `not_configured`: nobody can use it yet. `configured`: ready, but switched off. `enabled`. `needs_attention`: its shared
   * account no longer works, or the selected profile no longer exists.
   */
  readonly state: 'not_configured' | 'configured' | 'enabled' | 'needs_attention';
  readonly enabled: boolean;
  readonly mode: Setup['mode'];
  readonly selectedProfile?: string;
  readonly audience: Audience;
  /** The built-in ones, followed by the developers' own. */
  readonly profiles: readonly PublicProfile[];
  /** The shared account, if there is one. */
  readonly shared?: {
    readonly connectionId: string;
    readonly account: Account;
    /** The site, or the customer's address or region. */
    readonly place?: string;
    readonly works: boolean;
    /** The profile it was authorized with. */
    readonly profile: string;
    /** When the product will end the access by itself, and whether using it postpones that. Set only when it is near. */
    readonly ends?: Pick<GrantEnd, 'at' | 'why'>;
  };
}

/** All integrations with their states. */
export async function listIntegrations(services: Services): Promise<readonly IntegrationOverview[]> {
  return Promise.all([...services.integrations.keys()].map((id) => overviewOf(services, id)));
}

/** One integration. Undefined if there is none with this id. */
export async function describeIntegration(services: Services, id: string): Promise<IntegrationOverview | undefined> {
  return services.integrations.has(id) ? overviewOf(services, id) : undefined;
}

async function overviewOf(services: Services, id: string): Promise<IntegrationOverview> {
  const integration = services.integrations.get(id);
  const [decided, stored, connected] = await Promise.all([
    services.vault.setups.byIntegration(id),
    services.vault.connections.current(sharedOwnerKey(services.bot), id),
    services.vault.connections.listAll({ integration: id, limit: 1 }),
  ]);
  const setup = decided ?? NO_SETUP;
  const shared = stored?.connection;
  const place = shared === undefined ? undefined : placeName(shared, integration?.tenant);
  const profiles = integration?.profiles.map(publicProfile) ?? [];
  const overview = {
    id,
    name: integration?.name ?? id,
    ...ownIcon(integration),
    inUse: decided !== undefined || connected.length > 0,
    enabled: setup.enabled,
    mode: setup.mode,
    ...(setup.profile === undefined ? {} : { selectedProfile: setup.profile }),
    audience: setup.audience,
    profiles,
    ...(shared === undefined
      ? {}
      : {
          shared: {
            connectionId: shared.id,
            account: shared.account,
            ...(place === undefined || place === shared.account.label ? {} : { place }),
            works: statusOf(services, shared) === 'active',
            profile: shared.profile,
            ...endsSoon(services, shared),
          },
        }),
  };
  return { ...overview, state: stateOf(overview, asksPeople(services, id)) };
}

function endsSoon(
  services: Services,
  shared: Parameters<typeof grantEndOf>[1],
): { readonly ends?: Pick<GrantEnd, 'at' | 'why'> } {
  const end = grantEndOf(services, shared);
  return end === undefined || services.now() < end.warnAt ? {} : { ends: { at: end.at, why: end.why } };
}

/** Whether people can be asked with what the integration declares, if no profile is selected. */
function asksPeople({ declared }: Services, id: string): boolean {
  return declared.find((integration) => integration.id === id)?.profiles.some(isForPeople) === true;
}

function stateOf(overview: Omit<IntegrationOverview, 'state'>, asksPeople: boolean): IntegrationOverview['state'] {
  const { enabled, mode, selectedProfile, profiles, shared } = overview;
  if (selectedProfile !== undefined && !profiles.some(({ id }) => id === selectedProfile)) return 'needs_attention';
  if (mode === 'users' && selectedProfile === undefined && !asksPeople) return 'not_configured';
  if (mode === 'preauthorized' && shared === undefined) return 'not_configured';
  if (mode === 'preauthorized' && shared?.works === false) return 'needs_attention';
  return enabled ? 'enabled' : 'configured';
}
