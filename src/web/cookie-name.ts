import { hash } from 'node:crypto';
import type { PublicUrl } from './public-url.ts';

/**
 * `latchkey-console-4fJ1cQ0x`. The prefix shows how the cookie was set, so one planted over plain http cannot pass for ours.
 * The suffix is made of the bot and its address, because browsers share cookies between the ports of a host.
 */
export function cookieName(publicUrl: PublicUrl, bot: string, what?: string): string {
  const deployment = shortHash(`${bot}\0${publicUrl.origin}${publicUrl.base}`, 8);
  return [publicUrl.isHttps ? '__Host-latchkey' : 'latchkey', ...(what === undefined ? [] : [what]), deployment].join(
    '-',
  );
}

/** The name for one attempt. It begins with the deployment's name. */
export function attemptCookieName(deploymentName: string, authorizationId: string): string {
  return `${deploymentName}-${shortHash(authorizationId, 16)}`;
}

function shortHash(text: string, length: number): string {
  return hash('sha256', text, 'base64url').slice(0, length);
}
