import { HostRefusedError } from '../../../errors.ts';
import { resolveUrl } from '../../../http/host-rules.ts';
import { apiAddress } from '../../../model/api-address.ts';
import { chosenAddress } from '../../../model/chosen-address.ts';
import { tenantField } from '../../../model/connect-form.ts';
import type { Integration } from '../../../model/integration.ts';
import { fillListedHosts } from '../../../model/listed-hosts.ts';
import type { Profile } from '../../../model/profile.ts';
import { trustOf } from '../../base-url.ts';
import { type Check, type Deployment, integrationsOf, type Observation } from './deployment.ts';
import { placesOf } from './places.ts';
import type { Probe } from './probe.ts';

/** Every origin that actions may call: the integration's base URL, those of its profiles, and the product's other APIs. */
export const checkProducts: Check = {
  id: 'products',
  title: 'Every product can be reached from here',
  run: async (deployment, probe) => {
    const perIntegration = integrationsOf(deployment).map(async (integration) => {
      const origins = await originsOf(deployment, integration);
      return Promise.all(origins.map((origin) => look(probe, integration, origin)));
    });
    return (await Promise.all(perIntegration)).flat();
  },
};

/** Any status counts as reachable, because the request has no credential. */
async function look(probe: Probe, integration: Integration, origin: string): Promise<Observation> {
  const { id, name } = integration;
  const answer = await probe.ask('HEAD', `${origin}/`, trustOf(integration));
  if (typeof answer.status === 'number') return { verdict: 'ok', about: id, text: `${origin} responds` };
  return {
    verdict: 'problem',
    about: id,
    text: `${origin} does not respond (${answer.reason})`,
    fix: `allow https connections from this machine to ${name}; proxy variables of the environment are not used`,
  };
}

/** The origins of all profiles, each once. One customer with its own host is enough, but every region is checked. */
async function originsOf(deployment: Deployment, integration: Integration): Promise<readonly string[]> {
  const { profiles, tenant } = integration;
  const ways = profiles.length === 0 ? [undefined] : profiles;
  const perWay = ways.map(async (profile) => {
    const places = await placesOf(deployment, integration, profile);
    const seen = tenant !== undefined && 'choices' in tenant ? places : places.slice(0, 1);
    return seen.flatMap((place) =>
      addressesOf(integration, profile).map((one) => originOf(one, integration, profile, place)),
    );
  });
  const origins = (await Promise.all(perWay)).flat();
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

function addressesOf(integration: Integration, profile: Profile | undefined): readonly string[] {
  return [apiAddress(integration, profile), ...Object.values(integration.apis ?? {})];
}

/** Undefined if it depends on a customer or a value that is not known yet. */
function originOf(
  address: string,
  integration: Integration,
  profile: Profile | undefined,
  place: string | undefined,
): string | undefined {
  const { tenant } = integration;
  const own = profile === undefined || profile.method === 'oauth2' ? [] : profile.fields;
  const fields = [...(tenant === undefined ? [] : [tenantField(tenant)]), ...own];
  const values: Readonly<Record<string, string>> = place === undefined ? {} : { tenant: place };
  try {
    const template = fillListedHosts(chosenAddress(address, fields, values), integration, values);
    const host = /^https?:\/\/[^/]+/.exec(template)?.[0] ?? '';
    return new URL(resolveUrl(host, values, trustOf(integration))).origin;
  } catch (error) {
    if (error instanceof HostRefusedError) return undefined;
    throw error;
  }
}
