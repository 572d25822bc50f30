import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/web/client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('clientAddress', () => {
  it('is the peer, whatever the request claims', () => {
    expect(clientAddress(from('203.0.113.7', '1.2.3.4'), true)).toBe('203.0.113.7');
    expect(clientAddress(from('127.0.0.1', '1.2.3.4'), false)).toBe('127.0.0.1');
  });

  it.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    'fd00::1',
    '::ffff:10.1.2.3',
    '169.254.130.1',
    'fe80::1%eth0',
  ])('is what the proxy at %s wrote, behind https', (proxy) => {
    expect(clientAddress(from(proxy, '6.6.6.6, 203.0.113.7'), true)).toBe('203.0.113.7');
  });

  it.each([
    ['6.6.6.6, 203.0.113.7:52341', '203.0.113.7'],
    ['6.6.6.6, [2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is read with or without a port: %s', (forwarded, address) => {
    expect(clientAddress(from('169.254.130.1', forwarded), true)).toBe(address);
  });

  it('is the peer where the proxy wrote nothing useful', () => {
    for (const forwarded of [undefined, '', 'unknown', '1.2.3.4, ', '1.2.3.4:', '[1.2.3.4', '[x]:1']) {
      expect(clientAddress(from('10.0.0.1', forwarded), true)).toBe('10.0.0.1');
    }
  });
});
