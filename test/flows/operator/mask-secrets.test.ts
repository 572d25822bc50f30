import { createAuthorizer, silentLogger } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/flows/operator/mask-secrets.ts';
import { cpuTime } from '../../cpu-time.ts';
import { startServer, type TestServer } from '../../http/start-server.ts';
import { formsOf } from '../../journeys/forms-of.ts';

const KEY = `k3y"()!~'w<rd&/+?=1234 %*\\x`;
const USER = 'jörg';
const PASSWORD = ' Pässwört€ ';

/** Everything but what nobody sends: backwards, and in UTF-16. */
function sentForms(secret: string): readonly (readonly [string, string])[] {
  const more: readonly (readonly [string, string])[] = [
    ['the form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['the query of a URL', new URL(`https://x.example/?a=${encodeURIComponent(secret)}`).search.slice(3)],
    ['strict percent-encoding', encodeURIComponent(secret).replace(/[!'()*~]/g, percent)],
    ['small percent-encoding', encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ['numbers of HTML', [...secret].map((character) => `&#${character.codePointAt(0)};`).join('')],
    ['escapes of JSON', [...secret].map((character) => `\\u${hex(character.charCodeAt(0), 4)}`).join('')],
  ];
  const known = formsOf(secret).filter(([form]) => form !== 'the reverse' && form !== 'the UTF-16');
  return [...more, ...known.map(([form, bytes]) => [form, bytes.toString('utf8')] as const)];
}

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
const percent = (character: string) => `%${hex(character.charCodeAt(0), 2).toUpperCase()}`;

describe.each([KEY, PASSWORD, 'b0b0000000000000000000000000f011'])('%s', (secret) => {
  it.each(sentForms(secret))('is masked as %s', (_form, written) => {
    const masked = maskSecrets([secret])(`before ${written} after`);
    expect(masked).toMatch(/^before [\s•]+ after$/);
  });
});

it('lets other words stand, and masks the longer one of two that begin alike', () => {
  expect(maskSecrets(['abcd', 'abcdef'])('abcdef, abcd, abc')).toBe('••••••, ••••••, abc');
});

describe('the test of a profile', () => {
  let product: TestServer;
  beforeAll(async () => {
    product = await startServer(({ url, headers, body }, response) => {
      const all = JSON.stringify({ id: 'jane', url, headers, body });
      const echoed = [headers['x-key'] === undefined ? PASSWORD : KEY].flatMap(sentForms).map(([, written]) => written);
      response.writeHead(200, { 'content-type': 'application/json', 'x-echo': encodeURIComponent(url) });
      response.end(`${all.slice(0, -1)},"echoed":${JSON.stringify(echoed.join(' '))}}`);
    });
  });
  afterAll(() => product.close());

  it('shows both sides without any form of what was typed, and none of what the deployment fills in', async () => {
    const authorizer = await createAuthorizer({
      publicUrl: 'http://127.0.0.1:1',
      store: 'sqlite::memory:',
      keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      integrations: [
        defineIntegration({
          id: 'ledger',
          name: 'Ledger',
          baseUrl: product.origin,
          allowInsecureLoopback: true,
          profiles: [
            {
              id: 'key',
              title: 'Key',
              method: 'api_key',
              fields: [
                { key: 'key', title: 'Key' },
                { key: 'partner', title: 'Partner', visibility: 'hidden', value: 'p4rtner-s3cret' },
                { key: 'region', title: 'Region', type: 'textbox' },
              ],
              placements: [
                { in: 'query', name: 'key', value: '{{key}}' },
                { in: 'header', name: 'x-key', value: '{{key}}' },
                { in: 'header', name: 'x-partner', value: '{{partner}}' },
                { in: 'header', name: 'x-region', value: '{{region}}' },
              ],
            },
            { id: 'password', title: 'Password', method: 'basic' },
          ],
          check: { path: '/me', account: { id: 'id' } },
        }),
      ],
      allowUnauthenticatedLoopback: true,
      logger: silentLogger,
    });
    const test = { actor: { name: 'deploy' }, integration: 'ledger' };
    const byKey = await authorizer.operator.testProfile({
      ...test,
      profile: 'key',
      values: { key: KEY, region: 'emea-west' },
    });
    const byPassword = await authorizer.operator.testProfile({
      ...test,
      profile: 'password',
      values: { userName: USER, password: PASSWORD },
    });
    expect(byKey).toMatchObject({ status: 'answered', accepted: true });
    expect(byPassword).toMatchObject({ status: 'answered', accepted: true });
    expect(JSON.stringify(byKey)).toContain('emea-west');
    const secrets = { key: [KEY, 'p4rtner-s3cret'], password: [PASSWORD, `${USER}:${PASSWORD}`] };
    const shown = { key: JSON.stringify(byKey), password: JSON.stringify(byPassword) };
    for (const way of ['key', 'password'] as const) {
      const found = secrets[way].flatMap(sentForms).filter(([, written]) => shown[way].includes(written));
      expect(found).toEqual([]);
    }
    await authorizer.close();
  });
});

it('takes no longer for an answer that was made to take long', () => {
  const took = cpuTime(() => {
    expect(maskSecrets(['a-secret-of-some-length'])('A'.repeat(256 * 1024))).toHaveLength(256 * 1024);
  });
  // what begins anew at each letter takes minutes
  expect(took).toBeLessThan(5_000);
});
