import { HostRefusedError } from '../../../errors.ts';
import { resolveUrl } from '../../../http/host-rules.ts';
import { chosenAddress } from '../../../model/chosen-address.ts';
import { tenantField } from '../../../model/connect-form.ts';
import type { Integration } from '../../../model/integration.ts';
import { fillListedHosts } from '../../../model/listed-hosts.ts';
import { trustOf } from '../../base-url.ts';
import { type Check, integrationsOf, type Observation } from './deployment.ts';
import { placesOf } from './places.ts';
import type { Probe } from './probe.ts';

export const checkProducts: Check = {
  id: 'products',
  title: 'Every product can be reached from here',
  run: async (deployment, probe) => {
    const perIntegration = integrationsOf(deployment).map(async (integration) => {
      const [tenant] = await placesOf(deployment, integration);
      const origin = originOf(integration, tenant);
      return origin === undefined ? [] : [await look(probe, integration, origin)];
    });
    return (await Promise.all(perIntegration)).flat();
  },
};

/** Any status is an answer: nothing is asked for, and nothing is sent. */
async function look(probe: Probe, integration: Integration, origin: string): Promise<Observation> {
  const { id, name } = integration;
  const answer = await probe.ask('HEAD', `${origin}/`, trustOf(integration));
  if (typeof answer.status === 'number') return { verdict: 'ok', about: id, text: `${origin} answers` };
  return {
    verdict: 'problem',
    about: id,
    text: `${origin} does not answer (${answer.reason})`,
    fix: `let this machine make https connections to ${name}; a proxy of the environment is not used`,
  };
}

/** Undefined where nobody knows a customer by which it could be filled. */
function originOf(integration: Integration, tenant: string | undefined): string | undefined {
  const { baseUrl, tenant: declared } = integration;
  const values: Readonly<Record<string, string>> = tenant === undefined ? {} : { tenant };
  try {
    const chosen = chosenAddress(baseUrl, declared === undefined ? [] : [tenantField(declared)], values);
    const template = fillListedHosts(chosen, integration, values);
    const host = /^https?:\/\/[^/]+/.exec(template)?.[0] ?? '';
    return new URL(resolveUrl(host, values, trustOf(integration))).origin;
  } catch (error) {
    if (error instanceof HostRefusedError) return undefined;
    throw error;
  }
}
