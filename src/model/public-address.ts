import { BlockList, isIP } from 'node:net';

/** A host, as a parsed URL spells it, that no request may go to: a non-public literal, a local or a metadata name. */
export function isForbiddenHost(hostname: string): boolean {
  const literal = literalOf(hostname);
  if (literal !== undefined) return !isPublicAddress(literal);
  const name = hostname.replace(/\.$/, '');
  return !name.includes('.') || LOCAL_SUFFIXES.some((suffix) => name.endsWith(suffix));
}

/** `localhost`, `127.0.0.1`, `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  const literal = literalOf(hostname);
  return literal === undefined ? hostname === 'localhost' : isLoopbackAddress(literal);
}

/** Globally reachable by IANA's special-purpose registries (RFC 6890), and no cloud's host agent. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  if (family === 6) return UNICAST_6.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6');
  return false;
}

/** As a number, not as a name. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  return family === 6 ? address === '::1' : family === 4 && address.startsWith('127.');
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

const NOT_PUBLIC = new BlockList();
const NOT_PUBLIC_6 = new BlockList();
const UNICAST_6 = new BlockList();
for (const [net, prefix] of RANGES_4) {
  NOT_PUBLIC.addSubnet(net, prefix, 'ipv4');
  NOT_PUBLIC_6.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6');
}
for (const [net, prefix] of RANGES_6) UNICAST_6.addSubnet(net, prefix, 'ipv6');
for (const [net, prefix] of EXCEPTIONS_6) NOT_PUBLIC_6.addSubnet(net, prefix, 'ipv6');
