import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SealBrokenError } from '../errors.ts';
import type { KeyRing, RingKey } from './keyring.ts';

/** The place of a sealed value. It cannot be opened anywhere else. */
export interface SealContext {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  /** Owner key; empty if the row has none. */
  readonly owner: string;
  /** Empty if the row has none. */
  readonly integration: string;
}

export interface Sealed {
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

export interface Cipher {
  seal(context: SealContext, plaintext: Uint8Array | string): Sealed;
  /** @throws SealBrokenError */
  open(context: SealContext, sealed: Uint8Array): Buffer;
  /** `kid.base64url` of an HMAC-SHA256. */
  mac(purpose: string, text: string): string;
  /** Takes the same time wherever the difference is. */
  macMatches(mac: string, purpose: string, text: string): boolean;
}

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a random 96-bit IV. A sealed value is `version, length of key id, key id, IV, ciphertext, 16-byte tag`.
 * Everything before the IV is authenticated, and so is the context.
 */
export function createCipher(ring: KeyRing): Cipher {
  const key = ring.sealing;
  const header = headerOf(key);
  const newIv = drawnInAdvance(IV_BYTES);
  return {
    seal: (context, plaintext) => {
      const iv = newIv();
      const cipher = createCipheriv('aes-256-gcm', key.subkey(sealPurpose(context)), iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(associatedData(header, context));
      const body = Buffer.concat([
        header,
        iv,
        typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return { keyId: key.id, sealed: body };
    },
    open: (context, sealed) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes[0] !== VERSION) throw new SealBrokenError(`${placeOf(context)} has an unknown format`);
      const ivAt = 2 + (bytes[1] ?? 0);
      const key = ring.byId(bytes.toString('latin1', 2, ivAt));
      if (key === undefined)
        throw new SealBrokenError(`${placeOf(context)} was sealed with a key that is not in the ring`);
      const textAt = ivAt + IV_BYTES;
      const tagAt = bytes.length - TAG_BYTES;
      if (tagAt < textAt) throw new SealBrokenError(`${placeOf(context)} is truncated`);
      const subkey = key.subkey(sealPurpose(context));
      const decipher = createDecipheriv('aes-256-gcm', subkey, bytes.subarray(ivAt, textAt), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(associatedData(bytes.subarray(0, ivAt), context));
      decipher.setAuthTag(bytes.subarray(tagAt));
      try {
        const plaintext = decipher.update(bytes.subarray(textAt, tagAt));
        // returns nothing more, but this call checks the tag
        decipher.final();
        return plaintext;
      } catch (cause) {
        throw new SealBrokenError(
          `${placeOf(context)} was changed or moved, or sealed with a different key of the same name`,
          { cause },
        );
      }
    },
    mac: (purpose, text) => `${ring.sealing.id}.${digest(ring.sealing, purpose, text).toString('base64url')}`,
    macMatches: (mac, purpose, text) => {
      const dot = mac.indexOf('.');
      const key = ring.byId(mac.slice(0, Math.max(dot, 0)));
      if (key === undefined) return false;
      const expected = digest(key, purpose, text);
      const given = Buffer.from(mac.slice(dot + 1), 'base64url');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

/** Random bytes, of which each part is used once. One draw costs nearly as much as sealing a record. */
function drawnInAdvance(size: number): () => Buffer {
  let drawn = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(256 * size);
      used = 0;
    }
    used += size;
    return drawn.subarray(used - size, used);
  };
}

function headerOf(key: RingKey): Buffer {
  const id = Buffer.from(key.id, 'latin1');
  return Buffer.concat([Buffer.of(VERSION, id.length), id]);
}

function sealPurpose(context: SealContext): string {
  return `seal/${context.table}.${context.column}`;
}

function digest(key: RingKey, purpose: string, text: string): Buffer {
  return createHmac('sha256', key.subkey(`mac/${purpose}`))
    .update(text)
    .digest();
}

/** Every part is preceded by its length, so no two contexts are encoded alike. */
function associatedData(header: Buffer, { table, column, row, owner, integration }: SealContext): Buffer {
  const place = `${prefixed(table)}${prefixed(column)}${prefixed(row)}${prefixed(owner)}${prefixed(integration)}`;
  return Buffer.concat([header, Buffer.from(place)]);
}

function prefixed(part: string): string {
  return `/${part.length}:${part}`;
}

/** Table and column only, because a row id belongs in the log. */
function placeOf(context: SealContext): string {
  return `a value of ${context.table}.${context.column}`;
}
