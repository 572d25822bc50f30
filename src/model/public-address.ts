import { BlockList, isIP } from 'node:net';
import { isHostLabel } from './host-label.ts';

/**
 * Whether requests to this host, spelled as in a parsed URL, are forbidden: a literal address that is not public, or the
 * name of a local host or a metadata service.
 *
 * @param privateHosts names that may resolve to the deployment's own network
 */
export function isForbiddenHost(hostname: string, privateHosts: readonly string[] = []): boolean {
  const literal = literalOf(hostname);
  if (literal !== undefined) return !isPublicAddress(literal);
  const name = hostname.replace(/\.$/, '');
  if (privateHosts.includes(hostname)) return isNeverPrivateHost(hostname);
  return !name.includes('.') || LOCAL_SUFFIXES.some((suffix) => name.endsWith(suffix));
}

/** Globally reachable according to IANA's special-purpose registries (RFC 6890), and not a cloud's host agent. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  if (family === 6) return UNICAST_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6');
  return false;
}

/** A name that cannot be a deployment's own: this machine, a cloud's metadata service, or not a plain name. */
export function isNeverPrivateHost(name: string): boolean {
  if (!name.split('.').every(isHostLabel) || literalOf(name) !== undefined) return true;
  // a last label of digits is read as a number (WHATWG URL, section 3.5)
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(name.slice(name.lastIndexOf('.') + 1))) return true;
  return NEVER_PRIVATE.some((end) => name === end || name.endsWith(`.${end}`));
}

/** An address in the deployment's own network: private, shared or unique local, and not a cloud's metadata service. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return PRIVATE.check(address, 'ipv4') && !METADATA.check(address, 'ipv4');
  // one list for both families would also match an IPv4 address inside an IPv6 one
  return family === 6 && PRIVATE_6.check(address, 'ipv6') && !METADATA.check(address, 'ipv6');
}

function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? undefined : bare;
}

/** Names that exist only inside a network or a cloud, such as `metadata.google.internal`. */
const LOCAL_SUFFIXES = [
  '.localhost',
  '.local',
  '.internal',
  '.intranet',
  '.private',
  '.corp',
  '.home',
  '.lan',
  '.home.arpa',
  '.in-addr.arpa',
  '.ip6.arpa',
  '.onion',
  '.test',
  '.invalid',
  'metadata.goog',
  'metadata.azure.com',
];

const RANGES_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure's host agent: public by range
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Everything else is refused: mapped IPv4, ULA, link-local, multicast, local NAT64, and unassigned ranges. */
const RANGES_6: readonly (readonly [string, number])[] = [
  ['2000::', 3],
  ['64:ff9b::', 96], // NAT64 (RFC 6052); the IPv4 address inside is judged below
];

const EXCEPTIONS_6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // Teredo, ORCHID, benchmarking and other protocol assignments
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const NEVER_PRIVATE = [
  'localhost',
  'localdomain',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.com',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata',
];

const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('100.64.0.0', 10, 'ipv4');
const PRIVATE_6 = new BlockList();
PRIVATE_6.addSubnet('fc00::', 7, 'ipv6');

/** Addresses in private ranges at which clouds serve a machine's metadata. */
const METADATA = new BlockList();
METADATA.addAddress('100.100.100.200', 'ipv4'); // Alibaba
METADATA.addSubnet('fd00:ec2::', 32, 'ipv6'); // AWS
METADATA.addAddress('fd20:ce::254', 'ipv6'); // Google
METADATA.addAddress('fd00:42::42', 'ipv6'); // Scaleway

const NOT_PUBLIC = new BlockList();
const NOT_PUBLIC_6 = new BlockList();
const UNICAST_6 = new BlockList();
for (const [net, prefix] of RANGES_4) {
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv4');
  NOT_PUBLIC_6.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6');
}
for (const [net, prefix] of RANGES_6) UNICAST_6.addSubnet(net, prefix, 'ipv6');
for (const [net, prefix] of EXCEPTIONS_6) NOT_PUBLIC_6.addSubnet(net, prefix, 'ipv6');
