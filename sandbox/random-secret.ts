import { randomBytes } from 'node:crypto';

/** An unguessable value for codes and tokens. */
export function randomSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
