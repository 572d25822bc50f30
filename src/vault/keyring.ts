import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { ConfigurationError } from '../errors.ts';

/** The keys of a deployment. The first seals, and all open. Printing it shows only the ids. */
export interface KeyRing {
  readonly sealing: RingKey;
  readonly keys: readonly RingKey[];
  byId(id: string): RingKey | undefined;
}

export interface RingKey {
  readonly id: string;
  /** The key for one purpose (HKDF-SHA256, RFC 5869), cached. The ring's own keys are used for nothing else. */
  subkey(purpose: string): KeyObject;
}

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;
const MAKE_ONE = `create one with: node -e "console.log('k1:'+require('node:crypto').randomBytes(32).toString('base64'))"`;

/**
 * Reads `kid:base64-32-bytes,…`.
 *
 * @throws ConfigurationError; its message names the key's id at most
 */
export function parseKeys(setting: string): KeyRing {
  const entries = setting
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const ring = ringOf(entries.map(parseKey));
  refuseRepeated(entries);
  return ring;
}

/** Renaming a key does not replace it. */
function refuseRepeated(entries: readonly string[]): void {
  const parts = entries.map((entry) => ({
    id: entry.slice(0, entry.indexOf(':')),
    key: entry.slice(entry.indexOf(':')),
  }));
  for (const [index, { id, key }] of parts.entries()) {
    const before = parts.slice(0, index).find((other) => other.key === key);
    if (before === undefined) continue;
    throw new ConfigurationError(
      `LATCHKEY_KEYS: "${before.id}" and "${id}" are the same key under two names: create a new key`,
    );
  }
}

/** @throws ConfigurationError if there is no key, or two with the same name */
export function ringOf(keys: readonly RingKey[]): KeyRing {
  const sealing = keys[0];
  if (sealing === undefined) throw new ConfigurationError(`LATCHKEY_KEYS contains no key; ${MAKE_ONE}`);
  const byId = new Map(keys.map((key) => [key.id, key]));
  const twice = keys.find((key) => byId.get(key.id) !== key);
  if (twice !== undefined) {
    throw new ConfigurationError(
      `LATCHKEY_KEYS contains two keys named "${twice.id}": give the newer one another name`,
    );
  }
  return { sealing, keys, byId: (id) => byId.get(id) };
}

function parseKey(entry: string, position: number): RingKey {
  const colon = entry.indexOf(':');
  const id = entry.slice(0, Math.max(colon, 0));
  if (!KEY_ID.test(id)) {
    throw new ConfigurationError(
      `LATCHKEY_KEYS: key ${position + 1} has no name before its colon (1 to 32 letters, digits, - or _); ${MAKE_ONE}`,
    );
  }
  const encoded = entry.slice(colon + 1);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== encoded) {
    throw new ConfigurationError(`LATCHKEY_KEYS: key "${id}" is not ${KEY_BYTES} bytes in base64; ${MAKE_ONE}`);
  }
  if (bytes.every((byte) => byte === 0)) {
    throw new ConfigurationError(`LATCHKEY_KEYS: key "${id}" is all zeros, which everybody can guess; ${MAKE_ONE}`);
  }
  return ringKey(id, createSecretKey(bytes));
}

function ringKey(id: string, master: KeyObject): RingKey {
  const subkeys = new Map<string, KeyObject>();
  return {
    id,
    subkey: (purpose) => {
      const known = subkeys.get(purpose);
      if (known !== undefined) return known;
      const derived = hkdfSync('sha256', master, '', `latchkey/v1/${purpose}`, KEY_BYTES);
      const subkey = createSecretKey(Buffer.from(derived));
      subkeys.set(purpose, subkey);
      return subkey;
    },
  };
}
