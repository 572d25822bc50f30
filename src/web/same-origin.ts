import type { IncomingMessage } from 'node:http';

/**
 * Did a page of ours send this form? Browsers tell by `Sec-Fetch-Site`, and by `Origin`, which is `null` for forms of
 * pages with `Referrer-Policy: no-referrer`, as ours are. Neither of the two means no.
 */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  const given = request.headers.origin;
  if (given !== undefined && given !== 'null')
    return given === origin && (site === undefined || site === 'same-origin');
  return site === 'same-origin';
}
