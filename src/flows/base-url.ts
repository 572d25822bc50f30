import type { RequestPlace } from '../auth-methods/auth-method.ts';
import { endpointUrl } from '../auth-methods/oauth2/endpoint-url.ts';
import type { Guard } from '../http/guarded-http.ts';
import { type HostTrust, resolveUrl } from '../http/host-rules.ts';
import { apiAddress } from '../model/api-address.ts';
import { chosenAddress } from '../model/chosen-address.ts';
import { tenantField } from '../model/connect-form.ts';
import type { Credential, Site } from '../model/credential.ts';
import type { Field } from '../model/field.ts';
import type { Integration } from '../model/integration.ts';
import { fillListedHosts } from '../model/listed-hosts.ts';
import type { Profile } from '../model/profile.ts';
import { tenantOf } from '../model/tenant-of.ts';

/** Where the calls of a connection may go. */
export interface Destination {
  readonly baseUrl: string;
  readonly guard: Guard;
}

/** The customer and the site at a product. */
export interface Place {
  readonly tenant?: string | undefined;
  readonly site?: Site | undefined;
}

/**
 * The base URL for a connection's calls, with its guard.
 *
 * @param api one of the integration's `apis`. Default: the base URL of the profile or the integration
 * @throws HostRefusedError if the address could lead to another host than the product's
 * @throws ConfigurationError for an API that the integration does not list
 */
export function destinationOf(
  integration: Integration,
  place: Place & { readonly profile: string },
  credential: Credential,
  api?: string,
): Destination {
  const profile = integration.profiles.find(({ id }) => id === place.profile);
  const address = apiAddress(integration, profile, api);
  const fixed = FIXED.get(integration)?.get(address);
  if (fixed !== undefined) return fixed;
  const values = { ...credential.values, ...requestPlaceOf(place) };
  const chosen = chosenAddress(address, fieldsAt(integration, profile), values);
  const siteUrl = place.site?.url;
  const template = fillListedHosts(chosen, integration, { ...values, siteUrl });
  const baseUrl = resolveUrl(template, values, trustOf(integration));
  const destination = { baseUrl, guard: guardOf(integration, baseUrl) };
  if (!address.includes('{')) keep(integration, address, destination);
  return destination;
}

/** An address without placeholders is the same for everybody, so it is resolved and checked once. */
const FIXED = new WeakMap<Integration, Map<string, Destination>>();

function keep(integration: Integration, address: string, destination: Destination): void {
  const kept = FIXED.get(integration) ?? new Map<string, Destination>();
  FIXED.set(integration, kept.set(address, destination));
}

/** The names and values that addresses and placements can use. */
export function requestPlaceOf(place: Place): RequestPlace {
  return {
    ...(place.tenant === undefined ? {} : { tenant: place.tenant }),
    ...(place.site === undefined ? {} : { siteId: place.site.id }),
  };
}

function fieldsAt(integration: Integration, profile: Profile | undefined): readonly Field[] {
  const tenant = tenantOf(integration, profile);
  return [
    ...(tenant === undefined ? [] : [tenantField(tenant)]),
    ...(profile === undefined || profile.method === 'oauth2' ? [] : profile.fields),
  ];
}

/** The guard for token requests and revocations of a tenant. */
export function endpointGuard(integration: Integration, template: string, tenant: string | undefined): Guard {
  return guardOf(integration, endpointUrl(template, tenant).href);
}

/** Allows the origin of this address only. */
export function guardOf(integration: Integration, url: string): Guard {
  return { origins: [new URL(url).origin], ...trustOf(integration) };
}

/** The hosts that an integration may call in addition to public ones. */
export function trustOf({
  allowInsecureLoopback = false,
  allowPrivateHosts,
}: Pick<Integration, 'allowInsecureLoopback' | 'allowPrivateHosts'>): HostTrust {
  return { allowInsecureLoopback, ...(allowPrivateHosts === undefined ? {} : { privateHosts: allowPrivateHosts }) };
}
