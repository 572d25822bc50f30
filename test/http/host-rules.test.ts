import { describe, expect, it } from 'vitest';
import { endpointUrl } from '../../src/auth-methods/oauth2/endpoint-url.ts';
import { HostRefusedError } from '../../src/errors.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { resolveUrl } from '../../src/http/host-rules.ts';
import { readTenant } from '../../src/model/tenant.ts';
import { startServer } from './start-server.ts';

const SUFFIX = '.zendesk.com';
const PUBLIC = { allowInsecureLoopback: false };
const LOCAL = { allowInsecureLoopback: true };

/** What could stand before, in, or after a tenant to make a request leave for another host. */
const EVIL = [
  'evil.example',
  'evil.example:443',
  '127.0.0.1',
  '[::1]',
  '169.254.169.254',
  'localhost',
  'xn--80ak6aa92e.com',
];
const SHAPES = [
  (evil: string) => evil,
  (evil: string) => `https://${evil}`,
  (evil: string) => `//${evil}`,
  (evil: string) => `${evil}/`,
  (evil: string) => `${evil}#`,
  (evil: string) => `${evil}?`,
  (evil: string) => `${evil}\\`,
  (evil: string) => `${evil}/x?`,
  (evil: string) => `${evil}%23`,
  (evil: string) => `${evil}%2f`,
  (evil: string) => `${evil}%3f`,
  (evil: string) => `${evil}%5c`,
  (evil: string) => `${evil}%00`,
  (evil: string) => `acme@${evil}`,
  (evil: string) => `acme@${evil}#`,
  (evil: string) => `acme:x@${evil}/`,
  (evil: string) => `acme.zendesk.com@${evil}`,
  (evil: string) => `acme.zendesk.com@${evil}/`,
  (evil: string) => `https://acme.zendesk.com@${evil}/agent`,
  (evil: string) => `https://acme.zendesk.com:443@${evil}/agent`,
  (evil: string) => `https://acme.zendesk.com\\@${evil}/agent`,
  (evil: string) => `acme.zendesk.com.${evil}`,
  (evil: string) => `acme.zendesk.com-${evil}`,
  (evil: string) => `${evil}/.zendesk.com`,
  (evil: string) => `${evil}#.zendesk.com`,
  (evil: string) => `${evil}?.zendesk.com`,
  (evil: string) => `${evil}\\.zendesk.com`,
  (evil: string) => `${evil}%2f.zendesk.com`,
  (evil: string) => `${evil};.zendesk.com`,
  (evil: string) => `${evil}&.zendesk.com`,
  (evil: string) => `${evil} .zendesk.com`,
  (evil: string) => `${evil}\t.zendesk.com`,
  (evil: string) => `${evil}\n.zendesk.com`,
  (evil: string) => `${evil}\r\n.zendesk.com`,
  (evil: string) => `${evil}\u0000.zendesk.com`,
  (evil: string) => `${evil}\u2028.zendesk.com`,
  (evil: string) => `acme\n${evil}`,
  (evil: string) => `acme\t@${evil}`,
  (evil: string) => `acme\r\nHost: ${evil}`,
  (evil: string) => `${evil}。zendesk.com`,
  (evil: string) => `${evil}／.zendesk.com`,
  (evil: string) => `${evil}＃.zendesk.com`,
  (evil: string) => `${evil}？.zendesk.com`,
  (evil: string) => `${evil}＠acme.zendesk.com`,
  (evil: string) => `javascript:${evil}`,
  (evil: string) => `data:${evil}`,
  (evil: string) => `file://${evil}`,
  (evil: string) => `ftp://${evil}.zendesk.com`,
  (evil: string) => `https:https://${evil}`,
  (evil: string) => `https:///${evil}`,
  (evil: string) => `https://https://${evil}`,
  (evil: string) => `http:\\\\${evil}`,
  (evil: string) => `../${evil}`,
  (evil: string) => `..%2f${evil}`,
  (evil: string) => `{tenant}${evil}`,
  (evil: string) => `{{siteId}}.${evil}`,
  (evil: string) => `$&${evil}`,
  (evil: string) => `$1.${evil}`,
  (evil: string) => `${evil}:80`,
  (evil: string) => `acme:${evil}`,
];

const ALONE = [
  [
    '',
    ' ',
    '.',
    '..',
    '...',
    '-',
    '--',
    '_',
    '/',
    '\\',
    '#',
    '?',
    '@',
    ':',
    ';',
    '%',
    '&',
    '*',
    '$',
    '"',
    "'",
    '<',
    '>',
  ],
  [
    '-acme',
    'acme-',
    'ac_me',
    'ac me',
    'acme.',
    '.acme',
    'acme..zendesk.com',
    '..zendesk.com',
    '.zendesk.com',
    '@.zendesk.com',
  ],
  [
    'zendesk.com',
    'www.acme.zendesk.com',
    'acme.zendesk.com.',
    'acme.zendesk.org',
    'acmezendesk.com',
    'acme.zendesk.com:8443',
  ],
  [
    'acme.zendesk.com:0',
    'acme.zendesk.com:443:443',
    'xn--acme',
    'xn--80ak6aa92e',
    'XN--ACME',
    'аcme',
    'acmé',
    'acme\u200b',
    'ac\u00adme',
  ],
  [
    'ａｃｍｅ',
    'acme\u0301',
    'ﬀ',
    'ℂ',
    '①',
    '𝐚cme',
    'acme\u202e',
    'acme%00',
    'acme%2ecom',
    'a'.repeat(64),
    'a'.repeat(5_000),
  ],
  [
    'acme/../evil',
    'acme?x=.zendesk.com',
    'acme#.zendesk.com',
    'acme\\.zendesk.com',
    'null',
    'undefined',
    'true',
    'NaN',
    '[object Object]',
  ],
  [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '0',
    '1',
    '127',
    '2130706433',
    '0x7f000001',
    'localhost',
    'metadata',
  ],
  [
    'acme',
    'ACME',
    ' acme ',
    'acme-org',
    'sandbox-843476484675571753',
    'a',
    '0a',
    'a0',
    'a'.repeat(63),
    'acme.zendesk.com',
  ],
  [
    'https://acme.zendesk.com',
    'https://acme.zendesk.com/agent/tickets/1?x#y',
    'http://acme.zendesk.com',
    'HTTPS://ACME.ZENDESK.COM',
  ],
].flat();

const STRINGS = [...SHAPES.flatMap((shape) => EVIL.map(shape)), ...ALONE];

describe('hosts that people name', () => {
  it('never opens a connection to a foreign host, whatever is typed for a tenant (F3)', async () => {
    const asked = new Set<string>();
    const sandbox = await startServer((_request, response) => void response.end('{}'));
    const http = createGuardedHttp({
      timeoutMs: 2_000,
      lookup: async (hostname) => {
        asked.add(hostname);
        return [{ address: '127.0.0.1', family: 4 }];
      },
    });
    const counts = { tried: 0, refused: 0, read: 0 };
    const visit = async (address: () => string, loopback: boolean) => {
      try {
        const url = address();
        await http.sender({ origins: [new URL(url).origin], allowInsecureLoopback: loopback })({ method: 'GET', url });
      } catch (error) {
        if (error instanceof HostRefusedError) counts.refused += 1;
        else throw error;
      }
    };
    for (const raw of STRINGS) {
      counts.tried += 1;
      const reading = readTenant(raw, { title: 'Subdomain', suffix: SUFFIX });
      if (reading.ok) {
        counts.read += 1;
        const url = new URL(resolveUrl('https://{tenant}.zendesk.com/api/v2', { tenant: reading.tenant }, PUBLIC));
        expect(url.hostname, raw).toBe(`${reading.tenant}.zendesk.com`);
        expect(url.pathname, raw).toBe('/api/v2');
      }
      // and where the reading was forgotten
      for (const tenant of [raw, reading.ok ? reading.tenant : raw]) {
        await visit(() => resolveUrl('https://{tenant}.zendesk.com/api/v2', { tenant }, PUBLIC), false);
        await visit(() => endpointUrl('https://{tenant}.zendesk.com/oauth/tokens', tenant).href, false);
        await visit(() => `${resolveUrl(`${sandbox.origin}/zendesk/{tenant}`, { tenant }, LOCAL)}/users/me.json`, true);
      }
    }
    const foreign = [...asked].filter((hostname) => !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.zendesk\.com$/.test(hostname));
    const strayed = sandbox.received.filter(({ url }) => !/^\/zendesk\/[^/.][^/]*\/users\/me\.json$/.test(url));
    console.log(
      `F3 host strings tried: ${counts.tried}, read as a tenant ${counts.read}, foreign hosts looked up ${foreign.length}, ` +
        `paths that strayed ${strayed.length}`,
    );
    expect(counts.tried).toBeGreaterThanOrEqual(500);
    expect(foreign).toEqual([]);
    expect(strayed).toEqual([]);
    expect(counts.read).toBeGreaterThanOrEqual(10);
    expect(sandbox.received.length).toBeGreaterThan(0);
    await sandbox.close();
  });
});

describe('resolving a template', () => {
  it('fills host labels and path segments', () => {
    const template = 'https://{tenant}.example.com/ex/{{siteId}}/v1/';
    expect(resolveUrl(template, { tenant: 'acme', siteId: 'a/b c' }, PUBLIC)).toBe(
      'https://acme.example.com/ex/a%2Fb%20c/v1',
    );
  });

  it('takes a fixed address as it stands, with its query', () => {
    expect(resolveUrl('https://api.example.com', {}, PUBLIC)).toBe('https://api.example.com');
    expect(resolveUrl('https://api.example.com/a?b=c', {}, PUBLIC)).toBe('https://api.example.com/a?b=c');
  });

  it('takes a tenant in the path of a sandbox on this machine, where that is allowed', () => {
    const template = 'http://127.0.0.1:3979/zendesk/{tenant}';
    expect(resolveUrl(template, { tenant: 'acme' }, LOCAL)).toBe('http://127.0.0.1:3979/zendesk/acme');
    expect(() => resolveUrl(template, { tenant: 'acme' }, PUBLIC)).toThrow(HostRefusedError);
  });

  it.each([
    ['plain http', 'http://api.example.com'],
    ['another scheme', 'ftp://api.example.com'],
    ['no scheme', 'api.example.com'],
    ['a scheme from a value', '{{word}}://api.example.com'],
    ['a whole host from a value', 'https://{{word}}'],
    ['user info', 'https://user@api.example.com'],
    ['user info from a value', 'https://{{word}}@api.example.com'],
    ['a port', 'https://api.example.com:8443'],
    ['a default port spelled out', 'https://api.example.com:443'],
    ['a port from a value', 'https://api.example.com:{{number}}'],
    ['a fragment', 'https://api.example.com/#x'],
    ['a backslash', 'https://api.example.com\\@evil.example/'],
    ['white space', 'https://api.example.com /'],
    ['a private literal', 'https://10.0.0.1'],
    ['a metadata name', 'https://metadata.google.internal/computeMetadata'],
    ['a single label', 'https://intranet/api'],
    ['capitals, which would not be found again', 'https://API.example.com'],
    ['a value that nobody gave', 'https://{tenant}.example.com'],
    ['dots from a value in the path', 'https://api.example.com/{{dots}}/x'],
    ['a name in another script from a value', 'https://{{punycode}}.example.com'],
    ['nothing from a value in the path', 'https://api.example.com/{{empty}}/x'],
  ])('refuses %s', (_what, template) => {
    const values = { word: 'acme', number: '8443', dots: '..', empty: '', punycode: 'xn--80ak6aa92e' };
    expect(() => resolveUrl(template, values, PUBLIC)).toThrow(HostRefusedError);
  });

  it('repeats no value in its refusal, because a person may have typed a secret into the wrong field', () => {
    const secret = 'sk_live_51H.secret';
    const refusal = () => resolveUrl('https://{tenant}.example.com', { tenant: secret }, PUBLIC);
    expect(refusal).toThrow(HostRefusedError);
    expect(refusal).not.toThrow(secret);
  });
});
