import { describe, expect, it } from 'vitest';
import { HostRefusedError } from '../../src/errors.ts';
import { readGrantValues } from '../../src/model/grant-value.ts';
import { fillListedHosts, isListedHost, readListedOrigin } from '../../src/model/listed-hosts.ts';
import { readTenant } from '../../src/model/tenant.ts';

const HOSTS = ['.my.acme.example', '.sandbox.my.acme.example', 'login.acme.example'];
const EVIL = ['evil.example', '127.0.0.1', '[::1]', '169.254.169.254', 'localhost', 'acme.example', 'my.acme.example'];
/** What a product, or somebody in its place, could send for a host of its own. */
const SHAPES = [
  (evil: string) => evil,
  (evil: string) => `https://${evil}`,
  (evil: string) => `http://${evil}`,
  (evil: string) => `//${evil}`,
  (evil: string) => `https://${evil}/.my.acme.example`,
  (evil: string) => `https://${evil}#.my.acme.example`,
  (evil: string) => `https://${evil}?.my.acme.example`,
  (evil: string) => `https://${evil}\\.my.acme.example`,
  (evil: string) => `https://x.my.acme.example@${evil}`,
  (evil: string) => `https://x.my.acme.example:443@${evil}`,
  (evil: string) => `https://x.my.acme.example.${evil}`,
  (evil: string) => `https://${evil}%2f.my.acme.example`,
  (evil: string) => `https://${evil}%00.my.acme.example`,
  (evil: string) => `https://${evil} .my.acme.example`,
  (evil: string) => `https://a.${evil}`,
  (evil: string) => `javascript:${evil}`,
  (evil: string) => `file://${evil}/`,
  (evil: string) => `data:${evil}`,
  (evil: string) => `https://login.acme.example:8443/${evil}`,
  (evil: string) => `https://ann:secret@login.acme.example/${evil}`,
];

describe('a host out of a list', () => {
  it.each([
    ['https://x.my.acme.example', 'https://x.my.acme.example'],
    ['x.my.acme.example', 'https://x.my.acme.example'],
    ['HTTPS://X.MY.ACME.EXAMPLE/', 'https://x.my.acme.example'],
    ['https://x.my.acme.example/services/data', 'https://x.my.acme.example'],
    ['https://x--uat.sandbox.my.acme.example', 'https://x--uat.sandbox.my.acme.example'],
    ['https://login.acme.example:443', 'https://login.acme.example'],
  ])('%s is %s', (given, origin) => {
    expect(readListedOrigin(given, HOSTS, false)).toBe(origin);
  });

  it('is never another one, however it is written', () => {
    // `a.` before one of them is a customer of the product
    const tried = EVIL.flatMap((evil) => SHAPES.map((shape) => shape(evil))).filter((one) => !/\/a\.my\./.test(one));
    const taken = tried.filter((given) => readListedOrigin(given, HOSTS, false) !== undefined);
    expect(taken).toEqual([]);
    const asTenant = tried.map((given) =>
      readTenant(given, { title: 'T', suffixes: ['.my.acme.example'], hosts: ['login.acme.example'] }),
    );
    const named = asTenant.flatMap((read) => (read.ok ? [read.tenant] : []));
    expect(named.filter((host) => !isListedHost(host, HOSTS))).toEqual([]);
    console.log(`hosts of products tried: ${tried.length}, foreign ones taken 0`);
  });

  it.each([
    'a.b.my.acme.example',
    '.my.acme.example',
    '-x.my.acme.example',
    'xn--80ak6aa92e.my.acme.example',
    'x.my.acme.example.',
    'x_y.my.acme.example',
    `${'x'.repeat(64)}.my.acme.example`,
  ])('has exactly one plain label before a suffix: %s', (host) => {
    expect(readListedOrigin(`https://${host}`, HOSTS, false)).toBeUndefined();
    expect(isListedHost(host, HOSTS)).toBe(false);
  });

  it('is on this machine only for a stand-in, in the folder of a listed host', () => {
    const at = (folder: string, loopback: boolean) => readListedOrigin(`http://127.0.0.1:9/${folder}`, HOSTS, loopback);
    expect(at('acme/x.my.acme.example', true)).toBe('http://127.0.0.1:9/acme/x.my.acme.example');
    expect(at('acme/x.my.acme.example', false)).toBeUndefined();
    expect(at('acme/evil.example', true)).toBeUndefined();
    expect(at('', true)).toBeUndefined();
  });
});

describe('an address with hosts out of lists', () => {
  const integration = {
    tenant: { title: 'T', suffixes: ['.acme.example'] },
    grantValues: { instanceUrl: { from: 'token', at: 'instance_url', hosts: ['.my.acme.example'] } },
  } as const;

  it('is filled, and what is not known yet stays', () => {
    const values = { instanceUrl: 'https://x.my.acme.example', tenant: 'eu.acme.example' };
    expect(fillListedHosts('{{instanceUrl}}/data', integration, values)).toBe('https://x.my.acme.example/data');
    expect(fillListedHosts('https://{tenant}/data', integration, values)).toBe('https://eu.acme.example/data');
    expect(fillListedHosts('{{instanceUrl}}/data', integration, {})).toBe('{{instanceUrl}}/data');
  });

  it.each([
    { instanceUrl: 'https://evil.example' },
    { instanceUrl: 'https://x.my.acme.example.evil.example' },
    { instanceUrl: '{{tenant}}' },
    { tenant: 'evil.example' },
    { tenant: 'x.acme.example/evil' },
  ])('is refused for %j, also if it was stored before the list became shorter', (values) => {
    expect(() => fillListedHosts('{{instanceUrl}}/https://{tenant}', integration, values)).toThrow(HostRefusedError);
  });

  it('never reads a value as a template', () => {
    const values = { instanceUrl: 'https://x.my.acme.example/{tenant}', tenant: 'eu.acme.example' };
    expect(fillListedHosts('{{instanceUrl}}/data', integration, values)).toBe('https://x.my.acme.example/data');
  });

  it('knows nothing of what every object has', () => {
    expect(fillListedHosts('{{constructor}}/x', integration, {})).toBe('{{constructor}}/x');
  });
});

describe('a value that comes with a grant', () => {
  const read = (value: unknown, more: object = {}) =>
    readGrantValues({ grantValues: { org: { from: 'token', at: 'org.id', ...more } } }, 'token', {
      org: { id: value },
    });

  it.each([['acme-1'], [42]])('%j is taken', (value) => {
    expect(read(value)).toEqual({ org: String(value) });
  });

  it.each([['a b'], ['a\r\nX-Evil: 1'], ['é'], [''], [null], [{}], [['a']], ['x'.repeat(513)]])(
    '%j is none',
    (value) => {
      expect(read(value)).toEqual({});
    },
  );

  it('has the shape that is declared', () => {
    expect(read('12', { pattern: '^\\d+$' })).toEqual({ org: '12' });
    expect(read('12a', { pattern: '^\\d+$' })).toEqual({});
  });
});
