import { HostRefusedError } from '../errors.ts';
import { isHostLabel } from './host-label.ts';
import type { Integration } from './integration.ts';
import { isLoopbackHost } from './loopback.ts';
import { replacePlaceholders } from './template.ts';

/** A name in addresses that is replaced by a host from a list; the definition or the deployment wrote the list. */
export interface ListedHosts {
  /** `tenant`, `siteUrl`, or the name of a value that comes with the grant. */
  readonly key: string;
  /** `host`: as in `https://{tenant}/api`. `origin`: with its scheme, so that an address begins with `{{key}}`. */
  readonly as: 'host' | 'origin';
  /** `acme.example` is that host; `.acme.example` is every host with one label before it. */
  readonly hosts: readonly string[];
}

/** What of an integration says which hosts its addresses may lead to. */
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
 * Fills in what is known of those names; the others stay. A value is compared with the list each time it is used, because the
 * list may have become shorter since it was stored.
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
    throw new HostRefusedError(`the value of ${name} is no host that the integration lists`);
  });
}

/** A name without a dot belongs to the first ending: as people type it, and as it is stored where there was only one. */
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
 * The origin of an address, or of a bare host, that a product named; undefined where its host is not listed, and where it has a
 * port or a user name. A stand-in has a folder for each host: there the folder must be listed.
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
