import { isIP } from 'node:net';

/** As a parsed URL spells it: `localhost`, `127.0.0.1`, `[::1]`. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/** A literal address; no name, and no IPv4 address inside an IPv6 one. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) === 6 ? address === '::1' : isIP(address) === 4 && address.startsWith('127.');
}

/** The address of a socket, where IPv4 may be written into IPv6. */
export function isLoopbackSocket(address: string): boolean {
  return isLoopbackAddress(address.replace(/^::ffff:/i, ''));
}
