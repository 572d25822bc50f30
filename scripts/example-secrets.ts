import { generateKeyPairSync } from 'node:crypto';

let rsaKey: string | undefined;

/** Something for each secret that a definition names, where nothing is signed in with it: its name, or an RSA key for `…_PRIVATE_KEY`. */
export function exampleSecret(name: string): string {
  return name.endsWith('_PRIVATE_KEY') ? examplePrivateKey() : name.toLowerCase();
}

/** One for the whole process. */
function examplePrivateKey(): string {
  rsaKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return rsaKey;
}
