import { constants, createPrivateKey, hash, randomUUID, sign, X509Certificate } from 'node:crypto';
import { ConfigurationError } from '../../errors.ts';
import type { ClientKey } from '../../model/profile.ts';

/** Registered claims (RFC 7519 section 4.1) and others that a product requires. */
export type Claims = Readonly<Record<string, string | number>>;

/**
 * A JWT signed with the client's key (RFC 7515), for one use (`jti`) within `lifetime` seconds of `now` (milliseconds since
 * the epoch).
 *
 * @throws ConfigurationError if the key cannot be read or does not fit its algorithm
 */
export function signedJwt(key: ClientKey, claims: Claims, now: number, lifetime = 300): string {
  const issued = Math.floor(now / 1000);
  const header = {
    alg: key.algorithm ?? 'RS256',
    typ: 'JWT',
    ...(key.id === undefined ? {} : { kid: key.id }),
    ...(key.certificate === undefined ? {} : { 'x5t#S256': thumbprint(key.certificate) }),
  };
  const payload = { ...claims, iat: issued, exp: issued + lifetime, jti: randomUUID() };
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${signatureOf(key, text)}`;
}

/** Returns why a key cannot be used; undefined if it can. The reason contains no part of the key. */
export function clientKeyProblem(key: ClientKey, { signs }: { readonly signs: boolean }): string | undefined {
  try {
    if (signs) signatureOf(key, 'try');
    else readKey(key.privateKey);
    if (key.certificate !== undefined) thumbprint(key.certificate);
    return undefined;
  } catch (error) {
    return error instanceof ConfigurationError ? error.message : 'it cannot be used';
  }
}

/** Environment variables often contain line breaks as a literal `\n`. */
export function pemText(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\\n', '\n');
}

function signatureOf({ privateKey, algorithm = 'RS256' }: ClientKey, text: string): string {
  const key = readKey(privateKey);
  if (key.asymmetricKeyType !== KINDS[algorithm]) {
    throw new ConfigurationError(`the private key is not one for ${algorithm}`);
  }
  const data = Buffer.from(text);
  switch (algorithm) {
    case 'RS256':
      return sign('sha256', data, key).toString('base64url');
    case 'PS256': {
      const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
      return sign('sha256', data, { key, ...padding }).toString('base64url');
    }
    case 'ES256':
      return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    case 'EdDSA':
      return sign(null, data, key).toString('base64url');
  }
}

const KINDS = { RS256: 'rsa', PS256: 'rsa', ES256: 'ec', EdDSA: 'ed25519' } as const;

function readKey(pem: string) {
  try {
    return createPrivateKey(pemText(pem));
  } catch {
    // the original error may quote the key
    throw new ConfigurationError('the private key is not PEM (PKCS #8)');
  }
}

function thumbprint(certificate: string): string {
  try {
    return hash('sha256', new X509Certificate(pemText(certificate)).raw, 'base64url');
  } catch {
    throw new ConfigurationError('the certificate is not PEM');
  }
}
