import { BlockList, isIP } from 'node:net';
import { isHostLabel } from './host-label.ts';

/**
 * A host, as a parsed URL spells it, that no request may go to: a non-public literal, a local or a metadata name.
 *
 * @param privateHosts names that may lead into the deployment's own network
 */
export function isForbiddenHost(hostname: string, privateHosts: readonly string[] = []): boolean {
  const literal = literalOf(hostname);
  if (literal !== undefined) return !isPublicAddress(literal);
  const name = hostname.replace(/\.$/, '');
  if (privateHosts.includes(hostname)) return isNeverPrivateHost(hostname);
  return !name.includes('.') || LOCAL_SUFFIXES.some((suffix) => name.endsWith(suffix));
}

/** Globally reachable by IANA's special-purpose registries (RFC 6890), and no cloud's host agent. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  if (family === 6) return UNICAST_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6');
  return false;
}

/** A name that no deployment can call its own: of this machine, of a cloud's metadata, or no plain name at all. */
export function isNeverPrivateHost(name: string): boolean {
  if (!name.split('.').every(isHostLabel) || literalOf(name) !== undefined) return true;
  // a last label of digits is read as a number (WHATWG URL, section 3.5)
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(name.slice(name.lastIndexOf('.') + 1))) return true;
  return NEVER_PRIVATE.some((end) => name === end || name.endsWith(`.${end}`));
}

/** An address of the deployment's own network: private, shared or unique local, and no cloud's metadata. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return PRIVATE.check(address, 'ipv4') && !METADATA.check(address, 'ipv4');
  // a list of both kinds would take an IPv4 address inside an IPv6 one
  return family === 6 && PRIVATE_6.check(address, 'ipv6') && !METADATA.check(address, 'ipv6');
}

function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? undefined : bare;
}

/** Names that only mean something inside a network or a cloud, e.g. `metadata.google.internal`. */
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

/** All that is not listed here is refused: mapped IPv4, ULA, link-local, multicast, local NAT64, and what is yet unassigned. */
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

/** Where clouds answer questions about the machine, as far as that is in a private range. */
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
