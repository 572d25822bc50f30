import { createHash, timingSafeEqual } from 'node:crypto';
import type { Services } from './services.ts';

/** 256 bit, base64url: links, states and browser secrets. Only its hash is stored (security.md R1). */
export function newSecret(services: Services): string {
  return Buffer.from(services.randomBytes(32)).toString('base64url');
}

/** SHA-256, enough for a 256-bit secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Constant time. */
export function isSecretOf(secret: string | undefined, hash: string | undefined): boolean {
  if (secret === undefined || hash === undefined) return false;
  return timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hash.padEnd(43).slice(0, 43)));
}
