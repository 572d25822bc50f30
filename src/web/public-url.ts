import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { ConfigurationError } from '../errors.ts';
import { publicUrlProblem, usablePublicUrl } from '../model/public-url.ts';

/** The address under which browsers reach us, parsed once. */
export interface PublicUrl {
  readonly origin: string;
  /** Path without a trailing slash. Empty at the root. */
  readonly base: string;
  readonly isHttps: boolean;
}

/** @throws ConfigurationError for a URL under which browsers would reject the session cookie */
export function readPublicUrl(publicUrl: string): PublicUrl {
  assertCookieCanBeSet(publicUrl);
  const url = new URL(publicUrl);
  return { origin: url.origin, base: url.pathname.replace(/\/+$/, ''), isHttps: url.protocol === 'https:' };
}

/**
 * Without its cookie a browser could never finish what it began, so this is checked at startup.
 * @throws ConfigurationError
 */
export function assertCookieCanBeSet(publicUrl: string): void {
  const problem = publicUrlProblem(publicUrl);
  if (problem !== undefined) throw new ConfigurationError(problem);
  if (usablePublicUrl(publicUrl) !== undefined) return;
  throw new ConfigurationError(
    `LATCHKEY_PUBLIC_URL is "${publicUrl}", and browsers would not keep the session cookie there: ` +
      'set it to the https:// address that people open (plain http only works for 127.0.0.1, [::1] and localhost)',
  );
}

/**
 * A proxy that ends TLS must say so. Otherwise the `Secure` cookie is silently left out of the response.
 * @throws ConfigurationError
 */
export function assertCookieArrives(request: IncomingMessage, { isHttps }: PublicUrl): void {
  if (!isHttps || cameByTls(request)) return;
  throw new ConfigurationError(
    'LATCHKEY_PUBLIC_URL is https, but this request came neither by TLS nor with "X-Forwarded-Proto: https", ' +
      'so the session cookie cannot be set: let the proxy that ends TLS send that header',
  );
}

/** Decides as express-session does with `proxy: true`: the first value counts. */
function cameByTls(request: IncomingMessage): boolean {
  if ((request.socket as Partial<TLSSocket>).encrypted === true) return true;
  const header = request.headers['x-forwarded-proto'];
  const first = (Array.isArray(header) ? header[0] : header)?.split(',', 1)[0];
  return first?.trim().toLowerCase() === 'https';
}
