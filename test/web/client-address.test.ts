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

  it.each(['127.0.0.1', '::1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.1.2.3'])(
    'is what the proxy at %s wrote, behind https',
    (proxy) => {
      expect(clientAddress(from(proxy, '6.6.6.6, 203.0.113.7'), true)).toBe('203.0.113.7');
    },
  );

  it('is the peer where the proxy wrote nothing useful', () => {
    for (const forwarded of [undefined, '', 'unknown', '1.2.3.4, ', '1.2.3.4:80']) {
      expect(clientAddress(from('10.0.0.1', forwarded), true)).toBe('10.0.0.1');
    }
  });
});
