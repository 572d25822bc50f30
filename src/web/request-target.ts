import type { IncomingMessage } from 'node:http';

/** Path as it was sent, undecoded. */
export function pathOf(request: IncomingMessage): string {
  return targetOf(request).split('?', 1)[0] ?? '';
}

/** `/connect/abc/credential` has `abc` at 1. Empty where there is none. */
export function pathSegment(request: IncomingMessage, at: number): string {
  return pathOf(request).split('/')[at + 1] ?? '';
}

/** All parameters as they were sent, also repeated ones: restify's parser would make arrays and objects of them. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  const target = targetOf(request);
  const mark = target.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
}

/** Request targets may be absolute (RFC 9112 section 3.2.2); the host in them is not to be trusted. */
function targetOf(request: IncomingMessage): string {
  return (request.url ?? '').replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
}
