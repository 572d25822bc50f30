import { signInField } from '../model/connect-form.ts';
import type { GrantValue } from '../model/grant-value.ts';
import type { Integration } from '../model/integration.ts';
import { listedHostsOf } from '../model/listed-hosts.ts';
import type { AddressRules } from './check-address.ts';

/** The parts of an integration that the addresses of its authorization server may refer to. */
export type EndpointSurroundings = Pick<
  Integration,
  'tenant' | 'grantValues' | 'allowInsecureLoopback' | 'allowPrivateHosts'
>;

/**
 * Rules for such an address. `from` lists the sources of grant values that are known when it is called. Of these values only
 * hosts from a list can be part of an endpoint.
 */
export function endpointRules(
  { tenant, grantValues = {}, allowInsecureLoopback = false, allowPrivateHosts }: EndpointSurroundings,
  from: readonly GrantValue['from'][] = [],
): AddressRules {
  const values = Object.entries(grantValues).filter(([, { from: source }]) => from.includes(source));
  const listed = listedHostsOf({
    ...(tenant === undefined ? {} : { tenant }),
    grantValues: Object.fromEntries(values),
  });
  return {
    known: [...(tenant === undefined ? [] : ['tenant']), ...listed.map(({ key }) => key)],
    fields: tenant === undefined || !('choices' in tenant) ? [] : [signInField(tenant)],
    listed,
    allowInsecureLoopback,
    privateHosts: allowPrivateHosts,
  };
}
