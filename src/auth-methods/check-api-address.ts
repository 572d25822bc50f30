import { tenantField } from '../model/connect-form.ts';
import type { Integration } from '../model/integration.ts';
import { listedHostsOf } from '../model/listed-hosts.ts';
import type { Profile } from '../model/profile.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { type AddressRules, addressNames, addressProblem } from './check-address.ts';
import type { EndpointSurroundings } from './check-endpoints.ts';

/** The parts of an integration that the addresses of its API may refer to. */
export type ApiSurroundings = Pick<Integration, 'sites' | 'baseUrl' | 'apis'> & EndpointSurroundings;

/**
 * Returns why a base URL is unsafe with this profile; undefined if it is safe. Whether the profile has every field that the
 * URL needs is checked elsewhere.
 */
export function apiAddressProblem(
  template: string,
  integration: ApiSurroundings,
  profile: Profile | undefined,
): string | undefined {
  if (template.includes('?')) return 'it must not have a query';
  return addressProblem(template, rulesFor(template, integration, profile));
}

function rulesFor(template: string, integration: ApiSurroundings, profile: Profile | undefined): AddressRules {
  const { sites, grantValues = {}, allowInsecureLoopback = false, allowPrivateHosts } = integration;
  const tenant = tenantOf(integration, profile);
  const isForm = profile !== undefined && profile.method !== 'oauth2';
  const asked = tenant === undefined || 'suffixes' in tenant ? [] : [tenantField(tenant)];
  const fields = [...asked, ...(isForm ? profile.fields : [])];
  const granted = ['siteId', 'siteUrl', ...Object.keys(grantValues)];
  const named = addressNames(template, fields).filter((name) => name !== 'tenant' && !granted.includes(name));
  const own = isForm ? profile.fields.map(({ key }) => key) : [];
  const lists = { grantValues, ...(tenant === undefined ? {} : { tenant }), ...(sites === undefined ? {} : { sites }) };
  const listed = listedHostsOf(lists).filter(({ key }) => key === 'tenant' || !isForm);
  const places = [
    ...(tenant === undefined ? [] : ['tenant']),
    ...(sites === undefined || isForm ? [] : ['siteId']),
    ...(isForm ? own : [...Object.keys(grantValues), ...listed.map(({ key }) => key)]),
  ];
  return { known: [...named, ...places], fields, listed, allowInsecureLoopback, privateHosts: allowPrivateHosts };
}
