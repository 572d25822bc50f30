import type { IncomingMessage } from 'node:http';

/**
 * Can the target be read at all? restify 12 reads it together with the Host header, outside of any handler, and one
 * `Host: [` would end the process; a Host with a slash in it would be read as a part of the path.
 */
export function isReadableTarget(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  return /^([\w.-]+|\[[\da-f:.]+\])?(:\d{1,5})?$/i.test(host) && canParse(host) && targetOf(request) !== null;
}

/** Dot segments resolved, nothing decoded: the path that restify routes by. */
export function pathOf(request: IncomingMessage): string {
  return targetOf(request)?.pathname ?? '';
}

/** `/connect/abc/credential` has `abc` at 1. Empty where there is none. */
export function pathSegment(request: IncomingMessage, at: number): string {
  return pathOf(request).split('/')[at + 1] ?? '';
}

/** All parameters as they were sent, also repeated ones: restify's parser would make arrays and objects of them. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(targetOf(request)?.search);
}

/** Targets may be absolute (RFC 9112 section 3.2.2); the host in them is not believed. `//a/b` is a path, not a host. */
function targetOf({ url = '' }: IncomingMessage): URL | null {
  return url.startsWith('/') ? URL.parse(`http://localhost${url}`) : URL.parse(url, 'http://localhost');
}

function canParse(host: string): boolean {
  return host === '' || URL.canParse(`http://${host}/`);
}
