import { HostRefusedError } from '../errors.ts';
import { isHostLabel } from './host-label.ts';
import type { Integration } from './integration.ts';
import { isLoopbackHost } from './loopback.ts';
import { replacePlaceholders } from './template.ts';

/** A name in addresses that is replaced by a host from a list in the definition or the deployment's settings. */
export interface ListedHosts {
  /** `tenant`, `siteUrl`, or the name of a value that comes with the token. */
  readonly key: string;
  /** `host`: as in `https://{tenant}/api`. `origin`: with the scheme, so that an address begins with `{{key}}`. */
  readonly as: 'host' | 'origin';
  /** `acme.example` allows that host. `.acme.example` allows every host with one label before it. */
  readonly hosts: readonly string[];
}

/** The members of an integration that limit the hosts of its addresses. */
export type HostLists = Pick<Integration, 'tenant' | 'grantValues' | 'sites' | 'allowInsecureLoopback'>;

export function listedHostsOf({ tenant, grantValues = {}, sites }: HostLists): readonly ListedHosts[] {
  return [
    ...(tenant !== undefined && 'suffixes' in tenant
      ? [{ key: 'tenant', as: 'host', hosts: [...tenant.suffixes, ...(tenant.hosts ?? [])] } as const]
      : []),
    ...Object.entries(grantValues).flatMap(([key, { hosts }]) =>
      hosts === undefined ? [] : [{ key, as: 'origin', hosts } as const],
    ),
    ...(sites?.hosts === undefined ? [] : [{ key: 'siteUrl', as: 'origin', hosts: sites.hosts } as const]),
  ];
}

/**
 * Fills in the known values and leaves the other names. Checks a value against its list each time, because the list may have
 * become shorter since the value was stored.
 *
 * @throws HostRefusedError for a value that is not listed
 */
export function fillListedHosts(
  template: string,
  integration: HostLists,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const listed = new Map(listedHostsOf(integration).map((one) => [one.key, one]));
  if (listed.size === 0) return template;
  return replacePlaceholders(template, (name) => {
    const known = listed.get(name);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (known === undefined || value === undefined) return undefined;
    const { allowInsecureLoopback = false } = integration;
    const found =
      known.as === 'host' ? wholeHost(value, known.hosts) : readListedOrigin(value, known.hosts, allowInsecureLoopback);
    if (found !== undefined && (known.as === 'origin' || isListedHost(found, known.hosts))) return found;
    throw new HostRefusedError(`the value of ${name} is not a host that the integration lists`);
  });
}

/** A name without a dot gets the first ending: that is how people type it, and how it is stored if there was only one. */
function wholeHost(value: string, [first = '']: readonly string[]): string {
  return !value.includes('.') && first.startsWith('.') ? `${value}${first}` : value;
}

export function isListedHost(host: string, hosts: readonly string[]): boolean {
  return hosts.some((entry) => {
    if (!entry.startsWith('.')) return host === entry;
    return host.endsWith(entry) && isHostLabel(host.slice(0, -entry.length));
  });
}

/**
 * The origin of an address, or of a bare host, that a product returned. Undefined if its host is not listed or if it has a
 * port or a user name. The stand-ins have a folder for each host, and there the folder must be listed.
 */
export function readListedOrigin(
  given: string,
  hosts: readonly string[],
  allowInsecureLoopback: boolean,
): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (allowInsecureLoopback && isLoopbackHost(url.hostname)) {
    const folder = url.pathname.replace(/\/+$/, '');
    return isListedHost(folder.slice(folder.lastIndexOf('/') + 1), hosts) ? `${url.origin}${folder}` : undefined;
  }
  if (url.protocol !== 'https:' || url.port !== '' || !isListedHost(url.hostname, hosts)) return undefined;
  return url.origin;
}
