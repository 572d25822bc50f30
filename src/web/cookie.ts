import type { IncomingMessage } from 'node:http';
import type { PublicUrl } from './public-url.ts';

/**
 * A `Set-Cookie` value for the whole host that scripts cannot read.
 *
 * @param maxAge seconds; 0 deletes the cookie
 */
export function cookieLine({ isHttps }: PublicUrl, name: string, value: string, maxAge: number): string {
  // the callback is a cross-site top-level GET, and Strict would drop the cookie there
  const attributes = ['Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
  return [`${name}=${value}`, ...attributes].join('; ');
}

/** Cookies by name. If a name occurs twice, the first counts: it has the longest path or is the oldest. */
export function cookiesOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return found;
}
