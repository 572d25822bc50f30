import { isIP } from 'node:net';

/** For a host as a parsed URL spells it: `localhost`, `127.0.0.1`, `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** For an address literal. Names, and IPv4 addresses inside IPv6 ones, do not count. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) === 6 ? address === '::1' : isIP(address) === 4 && address.startsWith('127.');
}

/** For the address of a socket, which may contain an IPv4 address inside an IPv6 one. */
export function isLoopbackSocket(address: string): boolean {
  return isLoopbackAddress(address.replace(/^::ffff:/i, ''));
}
