import { hash } from 'node:crypto';
import type { PublicUrl } from './public-url.ts';

/**
 * `latchkey-console-4fJ1cQ0x`. The name says how the cookie was set, so that one planted over plain http cannot pass for the
 * strict one; and of which bot at which address it is, because browsers do not tell apart ports and paths of a host name.
 */
export function cookieName(publicUrl: PublicUrl, bot: string, what?: string): string {
  const deployment = shortHash(`${bot}\0${publicUrl.origin}${publicUrl.base}`, 8);
  return [publicUrl.isHttps ? '__Host-latchkey' : 'latchkey', ...(what === undefined ? [] : [what]), deployment].join(
    '-',
  );
}

/** Of an attempt; below the deployment's name. */
export function attemptCookieName(deploymentName: string, authorizationId: string): string {
  return `${deploymentName}-${shortHash(authorizationId, 16)}`;
}

function shortHash(text: string, length: number): string {
  return hash('sha256', text, 'base64url').slice(0, length);
}
