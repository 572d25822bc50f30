import type { IncomingMessage } from 'node:http';
import type { PublicUrl } from './public-url.ts';

/**
 * A `Set-Cookie` value for the whole host, out of reach of scripts.
 *
 * @param maxAge seconds; 0 deletes it
 */
export function cookieLine({ isHttps }: PublicUrl, name: string, value: string, maxAge: number): string {
  // the callback is a cross-site top-level GET: Strict would lose the cookie there
  const attributes = ['Path=/', `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
  return [`${name}=${value}`, ...attributes].join('; ');
}

/** By name; of several with one name the first, which is the one with the longest path or the oldest. */
export function cookiesOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !found.has(name)) found.set(name, pair.slice(at + 1).trim());
  }
  return found;
}
