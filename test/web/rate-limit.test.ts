import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../src/web/rate-limit.ts';

describe('rateLimit', () => {
  it('counts per key and minute, and says how long to wait', () => {
    let now = 1000;
    const limit = rateLimit({ perMinute: 2, now: () => now });
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 60]);
    expect(limit.take('b')).toBe(0);
    now += 45_500;
    expect(limit.take('a')).toBe(15);
    now += 14_500;
    expect(limit.take('a')).toBe(0);
  });

  it('counts an IPv6 network as one client, and an IPv4 address whichever way it is written', () => {
    const limit = rateLimit({ perMinute: 1, now: () => 0 });
    const isFirst = (address: string) => limit.take(address) === 0;
    expect(['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9', '2001:0db8:0001:0002::'].map(isFirst)).toEqual([
      true,
      false,
      false,
    ]);
    expect(['2001:db8:1:3::1', '2001:db8::1', '::1'].map(isFirst)).toEqual([true, true, true]);
    expect(['203.0.113.9', '::ffff:203.0.113.9', '::ffff:cb00:7109', '203.0.113.8'].map(isFirst)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('remembers a bounded number of keys', () => {
    const limit = rateLimit({ perMinute: 1, now: () => 0, maxKeys: 100 });
    for (let key = 0; key < 10_000; key += 1) limit.take(String(key));
    expect(limit.take('9999')).toBeGreaterThan(0);
    expect(limit.take('0')).toBe(0);
  });

  it('does not lock anybody out when the clock is set back', () => {
    let now = 10 * 60_000;
    const limit = rateLimit({ perMinute: 1, now: () => now });
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 60]);
    now = 0;
    expect(limit.take('a')).toBe(0);
  });
});
