import { HostRefusedError } from '../errors.ts';
import { hasDotSegment } from '../model/dot-segment.ts';
import { isHostLabel } from '../model/host-label.ts';
import { isLoopbackHost } from '../model/loopback.ts';
import { isForbiddenHost } from '../model/public-address.ts';
import { parseTemplate } from '../model/template.ts';

/** Where a credential may go. */
export interface Guard {
  readonly origins: readonly string[];
  /** Plain http and loopback addresses too: for a sandbox on the same machine. */
  readonly allowInsecureLoopback: boolean;
  /** Names that may lead to private addresses. */
  readonly privateHosts?: readonly string[];
}

/**
 * Fills `https://{tenant}.example.com/api/{{siteId}}`. A value is one host label before the first slash and one path
 * segment after it; the result is parsed once and must lead to exactly the host that the template spells out.
 *
 * @returns an absolute address without a trailing slash
 * @throws HostRefusedError
 */
export function resolveUrl(template: string, values: Readonly<Record<string, string>>, trust: HostTrust): string {
  const [, scheme = '', authority = '', rest = ''] = ADDRESS.exec(template) ?? [];
  if (authority === '') throw new HostRefusedError(`"${template}" is not an absolute http address`);
  const host = fill(authority, values, hostLabel);
  const url = parse(`${scheme}://${host}${fill(rest, values, pathSegment)}`);
  // parsing drops an explicit default port, so here it is refused like any other
  if (url.host !== host) throw new HostRefusedError(`"${template}" would lead to ${url.host}`);
  checkHost(url, trust);
  if (url.port !== '' && !isLoopbackHost(url.hostname)) {
    throw new HostRefusedError(`"${template}" names a port`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/**
 * The last check before a request is sent; the addresses behind a name are checked when it connects.
 * @throws HostRefusedError
 */
export function checkDestination(url: URL, guard: Guard): void {
  if (!guard.origins.includes(url.origin)) {
    throw new HostRefusedError(`this credential must not be sent to ${url.origin}`);
  }
  checkHost(url, guard);
}

/** Which hosts are allowed besides public ones. */
export type HostTrust = Pick<Guard, 'allowInsecureLoopback' | 'privateHosts'>;

function checkHost(url: URL, { allowInsecureLoopback, privateHosts }: HostTrust): void {
  if (url.username !== '' || url.password !== '') throw new HostRefusedError('an address must not contain a user name');
  const loopback = allowInsecureLoopback && isLoopbackHost(url.hostname);
  if (loopback && (url.protocol === 'http:' || url.protocol === 'https:')) return;
  if (url.protocol !== 'https:') throw new HostRefusedError(`${url.protocol}//${url.hostname} is not https`);
  if (isForbiddenHost(url.hostname, privateHosts)) throw new HostRefusedError(`${url.hostname} is not a public host`);
}

const ADDRESS = /^(https?):\/\/([^/?#\\@\s]+)([^#\\\s]*)$/;

function fill(
  part: string,
  values: Readonly<Record<string, string>>,
  read: (name: string, value: string) => string,
): string {
  const known = Object.keys(values);
  try {
    const template = parseTemplate(part, known);
    return template.render(Object.fromEntries(template.names.map((name) => [name, read(name, values[name] ?? '')])));
  } catch (error) {
    if (error instanceof HostRefusedError) throw error;
    throw new HostRefusedError(`a name in "${part}" has no value`);
  }
}

/** The message never quotes the value: a person may have typed a secret into the wrong field. */
function hostLabel(name: string, value: string): string {
  if (isHostLabel(value)) return value;
  throw new HostRefusedError(`the value of ${name} cannot be part of a host name`);
}

function pathSegment(name: string, value: string): string {
  // a tenant is a host label wherever it is, also in a sandbox's path
  if (name === 'tenant') return hostLabel(name, value);
  if (value === '' || hasDotSegment(value)) throw new HostRefusedError(`the value of ${name} cannot be part of a path`);
  return encodeURIComponent(value);
}

function parse(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new HostRefusedError('not an address');
  return url;
}
