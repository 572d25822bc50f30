import { endpointUrl } from '../auth-methods/oauth2/endpoint-url.ts';
import type { Guard } from '../http/guarded-http.ts';
import { resolveUrl } from '../http/host-rules.ts';
import type { Credential, Site } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';

/** Where the calls of a connection go, and nowhere else. */
export interface Destination {
  readonly baseUrl: string;
  readonly guard: Guard;
}

/** @throws HostRefusedError when the address could lead anywhere but to the product */
export function destinationOf(
  integration: Integration,
  place: { readonly tenant?: string | undefined; readonly site?: Site | undefined; readonly credential: Credential },
): Destination {
  const values = {
    ...(place.credential.type === 'oauth2' ? {} : place.credential.values),
    ...(place.tenant === undefined ? {} : { tenant: place.tenant }),
    ...(place.site === undefined ? {} : { siteId: place.site.id }),
  };
  const baseUrl = resolveUrl(integration.baseUrl, values, integration.allowInsecureLoopback === true);
  return { baseUrl, guard: guardOf(integration, baseUrl) };
}

/** Where token requests and revocations of a tenant go. */
export function endpointGuard(integration: Integration, template: string, tenant: string | undefined): Guard {
  return guardOf(integration, endpointUrl(template, tenant).href);
}

/** Only the origin of this very address. */
export function guardOf(integration: Integration, url: string): Guard {
  return { origins: [new URL(url).origin], allowInsecureLoopback: integration.allowInsecureLoopback === true };
}
