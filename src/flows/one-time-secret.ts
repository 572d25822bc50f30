import { hash, timingSafeEqual } from 'node:crypto';
import type { Services } from './services.ts';

/** 256 bits as base64url, for links, states and browser secrets. Only the hash is stored. */
export function newSecret(services: Services): string {
  return Buffer.from(services.randomBytes(32)).toString('base64url');
}

/** SHA-256, which is enough for a secret of 256 bits. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** Compares in constant time. */
export function isSecretOf(secret: string | undefined, hashed: string | undefined): boolean {
  if (secret === undefined || hashed === undefined) return false;
  return timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(hashed.padEnd(43).slice(0, 43)));
}
