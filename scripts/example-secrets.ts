import { generateKeyPairSync } from 'node:crypto';

let rsaKey: string | undefined;

/** A value for each secret that a definition names, not for signing in: its name, or an RSA key for `…_PRIVATE_KEY`. */
export function exampleSecret(name: string): string {
  return name.endsWith('_PRIVATE_KEY') ? examplePrivateKey() : name.toLowerCase();
}

/** Created once per process. */
function examplePrivateKey(): string {
  rsaKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return rsaKey;
}
