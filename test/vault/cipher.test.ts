import { createCipheriv, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SealBrokenError } from '../../src/errors.ts';
import { createCipher, type SealContext } from '../../src/vault/cipher.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { KEYS, OTHER_KEYS } from './records.ts';

const context: SealContext = { table: 'connections', column: 'sealed', row: 'c1', owner: 'ann', integration: 'acme' };
const ring = parseKeys(KEYS);
const cipher = createCipher(ring);

describe('a sealed value', () => {
  test.each(['', 'text', 'ä🙂\0', 'x'.repeat(100_000)])('opens where it belongs', (text) => {
    expect(cipher.open(context, cipher.seal(context, text).sealed).toString()).toBe(text);
    const bytes = Buffer.from(text);
    expect(cipher.open(context, cipher.seal(context, bytes).sealed)).toEqual(bytes);
  });

  test('opens from a plain Uint8Array that is a part of another one', () => {
    const { sealed } = cipher.seal(context, 'text');
    const around = new Uint8Array(sealed.length + 7);
    around.set(sealed, 3);
    expect(cipher.open(context, around.subarray(3, 3 + sealed.length)).toString()).toBe('text');
  });

  test('has the format version, the key id and 28 bytes besides the text, and is never the same twice', () => {
    const { keyId, sealed } = cipher.seal(context, 'text');
    expect(keyId).toBe('k1');
    expect([...sealed.slice(0, 4)]).toEqual([1, 2, ...Buffer.from('k1')]);
    expect(sealed).toHaveLength(4 + 12 + 4 + 16);
    expect(Buffer.from(sealed).equals(cipher.seal(context, 'text').sealed)).toBe(false);
  });

  test('has an IV of its own, however many there are', () => {
    const ivs = Array.from({ length: 2_000 }, () =>
      Buffer.from(cipher.seal(context, '').sealed.slice(4, 16)).toString('hex'),
    );
    expect(new Set(ivs).size).toBe(2_000);
  });

  test.each([
    ['another row', { row: 'c2' }],
    ['another owner', { owner: 'bob' }],
    ['another integration', { integration: 'other' }],
    ['another column', { column: 'details' }],
    ['another table', { table: 'outbox' }],
    ['a row with shifted borders', { row: 'c1/3:ann', owner: '' }],
  ])('does not open in %s', (_, moved) => {
    const { sealed } = cipher.seal(context, 'text');
    expect(() => cipher.open({ ...context, ...moved }, sealed)).toThrow(SealBrokenError);
  });

  test('does not open where its parts join to the same text', () => {
    const { sealed } = cipher.seal({ ...context, row: 'a', owner: 'bc' }, 'text');
    expect(() => cipher.open({ ...context, row: 'ab', owner: 'c' }, sealed)).toThrow(SealBrokenError);
  });

  test('does not open after any one bit is flipped', () => {
    const { sealed } = cipher.seal(context, 'text');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.open(context, flipped), `bit ${bit}`).toThrow(SealBrokenError);
    }
  });

  test('does not open when anything is cut off or added', () => {
    const { sealed } = cipher.seal(context, 'text');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => cipher.open(context, sealed.slice(0, length)), `${length} bytes`).toThrow(SealBrokenError);
    }
    expect(() => cipher.open(context, Uint8Array.of(...sealed, 0))).toThrow(SealBrokenError);
  });

  test('does not open with a tag of four bytes that a shorter tag length would accept', () => {
    const { sealed } = cipher.seal(context, '');
    const header = sealed.slice(0, 4);
    const iv = sealed.slice(4, 16);
    const forger = createCipheriv('aes-256-gcm', ring.sealing.subkey('seal/connections.sealed'), iv, {
      authTagLength: 4,
    });
    const data = '/11:connections/6:sealed/2:c1/3:ann/4:acme';
    forger.setAAD(Buffer.concat([header, Buffer.from(data)]));
    forger.final();
    const tag = forger.getAuthTag();
    // the forgery is right: its four bytes are the beginning of the true tag
    expect(Buffer.from(sealed).subarray(16, 20)).toEqual(tag);
    expect(() => cipher.open(context, Buffer.concat([header, iv, tag]))).toThrow(SealBrokenError);
  });

  test('says nothing of itself when it does not open', () => {
    const { sealed } = cipher.seal(context, 'the plain text');
    try {
      cipher.open({ ...context, row: 'c2' }, sealed);
      expect.unreachable();
    } catch (error) {
      const shown = `${error}`;
      expect(shown).not.toContain('the plain text');
      expect(shown).not.toContain(Buffer.from(sealed).toString('base64'));
    }
  });

  test('of an older key opens beside the new key, and not without it', () => {
    const { sealed } = cipher.seal(context, 'text');
    const rotated = createCipher(parseKeys(`${OTHER_KEYS},${KEYS}`));
    expect(rotated.open(context, sealed).toString()).toBe('text');
    expect(rotated.seal(context, 'text').keyId).toBe('k2');
    expect(() => createCipher(parseKeys(OTHER_KEYS)).open(context, sealed)).toThrow(SealBrokenError);
  });

  test('does not open with another key of the same name', () => {
    const { sealed } = cipher.seal(context, 'text');
    const impostor = createCipher(parseKeys(OTHER_KEYS.replace('k2', 'k1')));
    expect(() => impostor.open(context, sealed)).toThrow(SealBrokenError);
  });
});

describe('a MAC', () => {
  test('matches its own text and purpose only', () => {
    const mac = cipher.mac('code', 'ABCD');
    expect(mac).toMatch(/^k1\.[A-Za-z0-9_-]{43}$/);
    expect(cipher.macMatches(mac, 'code', 'ABCD')).toBe(true);
    expect(cipher.macMatches(mac, 'code', 'ABCE')).toBe(false);
    expect(cipher.macMatches(mac, 'other', 'ABCD')).toBe(false);
  });

  test.each(['', 'k1', 'k1.', '.', 'k9.AAAA', `k1.${'A'.repeat(43)}`])('is not "%s"', (mac) => {
    expect(cipher.macMatches(mac, 'code', 'ABCD')).toBe(false);
  });

  test('of an older key matches beside the new key', () => {
    const mac = cipher.mac('code', 'ABCD');
    expect(createCipher(parseKeys(`${OTHER_KEYS},${KEYS}`)).macMatches(mac, 'code', 'ABCD')).toBe(true);
    expect(createCipher(parseKeys(OTHER_KEYS)).macMatches(mac, 'code', 'ABCD')).toBe(false);
  });

  test('is made with a key that seals nothing', () => {
    const withSealKey = createHmac('sha256', ring.sealing.subkey('seal/connections.sealed')).update('ABCD').digest();
    expect(cipher.mac('connections.sealed', 'ABCD')).not.toBe(`k1.${withSealKey.toString('base64url')}`);
  });
});
