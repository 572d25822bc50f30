import { describe, expect, it } from 'vitest';
import { HostRefusedError } from '../../src/errors.ts';
import { urlBelow } from '../../src/http/url-below.ts';

const BASE = 'https://api.example.com/ex/jira/42';

describe('an address below the base URL', () => {
  it.each([
    ['', `${BASE}`],
    ['/', `${BASE}/`],
    ['rest/api', `${BASE}/rest/api`],
    ['/rest/api/', `${BASE}/rest/api/`],
    ['?a=1', `${BASE}?a=1`],
    ['/search?q=a/../b', `${BASE}/search?q=a/../b`],
    ['/a?u=https://evil.example/', `${BASE}/a?u=https://evil.example/`],
    ['/issue/KAN-1#top', `${BASE}/issue/KAN-1`],
    ['/files/a%2Fb', `${BASE}/files/a%2Fb`],
    ['/a..b/..c/d..', `${BASE}/a..b/..c/d..`],
    ['/50%25', `${BASE}/50%25`],
    ['/path:with/colon', `${BASE}/path:with/colon`],
    ['/münchen', `${BASE}/m%C3%BCnchen`],
  ])('keeps "%s" below', (path, expected) => {
    expect(urlBelow(BASE, path).href).toBe(expected);
  });

  it.each([
    'https://evil.example/',
    'HTTPS://evil.example/',
    'https:evil.example',
    'http://api.example.com/ex/jira/42/a',
    'https://api.example.com/ex/jira/42/a',
    'javascript:alert(1)',
    'data:text/plain,x',
    'file:///etc/passwd',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '\t//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '..',
    '../43',
    '/..',
    '/../43/x',
    '/a/../../43',
    '/./x',
    '/%2e%2e/43',
    '/%2E%2e/43',
    '/.%2e/43',
    '/%2e./43',
    '/a/%2e%2e%2f%2e%2e/43',
    '/..%2f43',
    '/..%5c43',
    '/..\\43',
    '/%252e%252e/43',
    '/%25252e%25252e/43',
    '/..;/43',
    '/..%3b/43',
    '/.;x/43',
    '/..?x=1',
    '/..#x',
    '/a\u0000b',
    '/a\r\nHost: evil',
  ])('refuses "%s"', (path) => {
    expect(() => urlBelow(BASE, path)).toThrow(HostRefusedError);
  });

  it('does not take a sibling with the same beginning for something below', () => {
    expect(() => urlBelow(BASE, '0/x')).not.toThrow();
    expect(urlBelow(BASE, '0/x').pathname).toBe('/ex/jira/42/0/x');
  });

  it('never lets user info in', () => {
    expect(urlBelow('https://api.example.com', '@evil.example/').host).toBe('api.example.com');
    expect(urlBelow('https://api.example.com', ':443@evil.example/').host).toBe('api.example.com');
  });
});
