import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { parseKeys } from '../../src/vault/keyring.ts';

const key = (byte: number, size = 32) => Buffer.alloc(size, byte).toString('base64');

describe('a key ring', () => {
  test('seals with its first key and knows all', () => {
    const ring = parseKeys(` new:${key(1)}, old:${key(2)} ,`);
    expect(ring.sealing.id).toBe('new');
    expect(ring.keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(ring.byId('old')?.id).toBe('old');
    expect(ring.byId('other')).toBeUndefined();
  });

  test('gives each purpose and each key a key of its own, always the same', () => {
    const ring = parseKeys(`a:${key(1)},b:${key(2)}`);
    const exported = (id: string, purpose: string) => ring.byId(id)?.subkey(purpose).export().toString('hex');
    const all = [exported('a', 'one'), exported('a', 'two'), exported('b', 'one'), key(1), key(2)];
    expect(new Set(all)).toHaveLength(5);
    expect(exported('a', 'one')).toBe(all[0]);
    expect(
      parseKeys(`x:${key(1)}`)
        .sealing.subkey('one')
        .export()
        .toString('hex'),
    ).toBe(all[0]);
  });

  test.each([
    ['nothing', ''],
    ['commas', ' , ,'],
    ['no name', key(1)],
    ['an empty name', `:${key(1)}`],
    ['a name with other characters', `k/1:${key(1)}`],
    ['31 bytes', `k1:${key(1, 31)}`],
    ['33 bytes', `k1:${key(1, 33)}`],
    ['no bytes', 'k1:'],
    ['hexadecimal', `k1:${Buffer.alloc(32, 1).toString('hex')}`],
    ['something after the key', `k1:${key(1)}!`],
    ['a second key that is short', `k1:${key(1)},k2:${key(2, 16)}`],
  ])('of %s is refused with the way to make one', (_, setting) => {
    expect(() => parseKeys(setting)).toThrow(ConfigurationError);
    expect(() => parseKeys(setting)).toThrow(/LATCHKEY_KEYS.*randomBytes\(32\)/);
  });

  test('with two keys of one name is refused', () => {
    expect(() => parseKeys(`k1:${key(1)},k1:${key(2)}`)).toThrow(/LATCHKEY_KEYS.*two keys named "k1"/);
  });

  test('shows no key, in no message and however it is printed', () => {
    const secret = Buffer.from('0123456789abcdef0123456789abcdef');
    const encoded = secret.toString('base64');
    const ring = parseKeys(`k1:${encoded}`);
    ring.sealing.subkey('one');
    const subkey = ring.sealing.subkey('one').export().toString('base64');
    const shown = [
      inspect(ring, { depth: null, showHidden: true }),
      JSON.stringify(ring),
      String(ring),
      ...[`k1:${encoded}=`, encoded, `k1:${encoded},k1:${encoded}`].map(messageOf),
    ].join();
    for (const text of [encoded, encoded.slice(0, 20), secret.toString(), secret.toString('hex'), subkey]) {
      expect(shown).not.toContain(text);
    }
  });
});

function messageOf(setting: string): string {
  try {
    parseKeys(setting);
  } catch (error) {
    return inspect(error);
  }
  throw new Error('this setting should be refused');
}
