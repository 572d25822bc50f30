import type { IncomingMessage } from 'node:http';

/**
 * Whether a page of ours sent this form. Browsers say so in `Sec-Fetch-Site`, and in `Origin`, because our pages with forms
 * have `Referrer-Policy: same-origin`. The origin `null` identifies nobody. If both headers are missing, the answer is no.
 */
export function isSameOrigin(request: IncomingMessage, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  const given = request.headers.origin;
  if (given !== undefined && given !== 'null')
    return given === origin && (site === undefined || site === 'same-origin');
  return site === 'same-origin';
}
