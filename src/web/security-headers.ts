import type { ServerResponse } from 'node:http';
import type { PublicUrl } from './public-url.ts';

/** For every response, whatever its status. Set before anything can fail. */
export function setSecurityHeaders(response: ServerResponse, { isHttps }: Pick<PublicUrl, 'isHttps'>): void {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
}

/** For every response. A page with a script of ours adds that script: see `policyOf`. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export const SECURITY_HEADERS = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  // RFC 9700 section 4.2.4: a page with a code in its address must not send that address to other hosts
  ['Referrer-Policy', 'no-referrer'],
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
] as const;
