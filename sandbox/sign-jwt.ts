import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

let key: KeyObject | undefined;

/**
 * An RS256 JWT, because clients read `exp` out of some products' tokens. The products here look tokens up and never
 * verify the signature, so the key may be a new one in every process.
 */
export function signJwt(claims: Readonly<Record<string, unknown>>): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'sandbox' })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
