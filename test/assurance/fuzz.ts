import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { HostRefusedError, SealBrokenError } from '../../src/errors.ts';
import { resolveUrl } from '../../src/http/host-rules.ts';
import { findConfirmationCode, readConfirmationCode } from '../../src/model/confirmation-code.ts';
import { judgeText } from '../../src/secrets/judge-secret.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { unpack } from '../../src/vault/records.ts';
import { html } from '../../src/web/html.ts';
import { KEYS } from '../vault/records.ts';
import type { Proof } from './proof.ts';

const cipher = createCipher(parseKeys(KEYS));
const place = { table: 'connections', column: 'sealed', row: 'c1', owner: 'ann', integration: 'acme' };
const { sealed } = cipher.seal(place, '{"v":1,"tag":"notice","record":{}}');

/** Each takes what comes from outside, and throws nothing but what its type says. */
const READERS: Readonly<Record<string, (text: string, bytes: Buffer) => void>> = {
  'the template of pages': (text) => {
    const page = html`<p title="${text}">${text}</p>`.toString();
    const inside = page.replace(/^<p title="/, '').replace(/<\/p>$/, '');
    assert.equal(inside.split('">').length, 2, 'a value ends an attribute or an element');
    assert(!/[<'`]/.test(inside.replace('">', '')), 'a value is markup');
  },
  'the reader of codes': (text) => {
    for (const code of [readConfirmationCode(text), findConfirmationCode(text)?.code]) {
      assert(code === undefined || /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/.test(code));
    }
  },
  'the builder of addresses': (text) => {
    try {
      const url = new URL(resolveUrl('https://{tenant}.example.com/api/{{site}}', { tenant: text, site: text }, trust));
      assert(/^[a-z0-9-]+\.example\.com$/.test(url.host), url.host);
      assert.equal(url.protocol, 'https:');
    } catch (error) {
      if (!(error instanceof HostRefusedError)) throw error;
    }
  },
  'the reader of what is sealed': (text, bytes) => {
    const changed = Buffer.from(sealed);
    for (const byte of bytes.subarray(0, 4)) changed[byte % changed.length] = (byte * 7 + bytes.length) & 255;
    for (const given of [changed, changed.subarray(0, bytes.length), bytes]) {
      if (Buffer.from(sealed).equals(given)) continue;
      assert.throws(() => cipher.open(place, given), SealBrokenError);
    }
    unpack('notice', text);
  },
  'the judge of what is typed': (text) => {
    judgeText(text, { earlier: [] });
  },
};

const trust = { allowInsecureLoopback: false };

export const fuzz: Proof = {
  figure: 'F13',
  what: 'made-up input at the template of pages, and at the readers of codes, addresses, sealed values and card values: nothing is thrown but what their types say',
  isOnce: true,
  run: async ({ isShort }, attempt) => {
    const inputs = isShort ? 1_000 : 1_000_000;
    for (const [name, read] of Object.entries(READERS)) {
      for (let at = 0; at < inputs; at += 1) {
        const [text, bytes] = made(at);
        await attempt(`${name}: ${JSON.stringify(text)}`, () => read(text, bytes));
      }
    }
    return undefined;
  },
};

const PIECES = [
  '<script>',
  '</p>',
  '"',
  "'",
  '`',
  '&',
  '&amp;',
  '\u0000',
  '\u202e',
  '\u2068',
  '\u2069',
  '\ud800',
  '\u{1f600}',
  '..',
  '/',
  '\\',
  '@',
  '#',
  '?',
  '%2e',
  '%00',
  ':',
  '[::1]',
  '127.0.0.1',
  'localhost',
  'xn--',
  'Key: ',
  'sk_live_',
  'BCDF-GHJK',
  'ＢＣＤＦ',
  '<at>',
  '</at>',
  '\r\n',
  ' ',
  '\u00ad',
  '{{site}}',
  '{tenant}',
  'a',
  'Z',
  '9',
  '-',
  '_',
  '.',
  '=',
];

/** The same for the same number. */
function made(seed: number): readonly [string, Buffer] {
  const bytes = createHash('sha256')
    .update(String(seed))
    .digest()
    .subarray(0, 1 + (seed % 32));
  const words = [...bytes].map((byte) =>
    byte < 200 ? (PIECES[byte % PIECES.length] ?? '') : String.fromCharCode(byte * 257),
  );
  return [words.slice(0, 1 + (seed % 12)).join(''), bytes];
}
