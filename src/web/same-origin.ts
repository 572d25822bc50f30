import type { IncomingMessage } from 'node:http';

/**
 * Did a page of ours send this form? Browsers tell by `Sec-Fetch-Site`, and by `Origin`, because our pages with
 * forms have `Referrer-Policy: same-origin`. `null` names nobody; neither of the two means no.
 */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  const given = request.headers.origin;
  if (given !== undefined && given !== 'null')
    return given === origin && (site === undefined || site === 'same-origin');
  return site === 'same-origin';
}
