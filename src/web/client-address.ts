import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * The client that a request is counted for. It is the peer of the connection, unless the deployment's own proxy is in front
 * of us: the public URL is https and the peer is in a private or link-local network. In that case it is the last entry of
 * `X-Forwarded-For`, which this proxy wrote; clients can forge earlier entries. Behind a chain of proxies all clients share
 * one count.
 */
export function clientAddress(request: IncomingMessage, behindHttps: boolean): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (!behindHttps || !isPrivate(peer)) return peer;
  const header = request.headers['x-forwarded-for'];
  const last = (Array.isArray(header) ? header.join(',') : header)?.split(',').at(-1)?.trim() ?? '';
  const address = withoutPort(last);
  return isIP(address) === 0 ? peer : address;
}

/** Some proxies add the port: `203.0.113.7:52341`, `[2001:db8::1]:443`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}

function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The IPv4 rules also cover IPv4 addresses mapped into IPv6. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('127.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('100.64.0.0', 10, 'ipv4');
PRIVATE.addSubnet('169.254.0.0', 16, 'ipv4');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
