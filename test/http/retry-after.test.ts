import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../src/http/retry-after.ts';

const NOW = Date.parse('Wed, 21 Oct 2026 07:28:00 GMT');

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    [' 7 ', 7],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30],
    ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
    ['999999999', 86_400],
  ])('reads "%s" as %i seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });

  it.each(['', ' ', 'soon', '-5x', 'NaN'])('makes nothing of "%s"', (header) => {
    expect(retryAfterSeconds(header, NOW)).toBeUndefined();
  });

  it('makes nothing of a header that is not there', () => {
    expect(retryAfterSeconds(undefined, NOW)).toBeUndefined();
  });
});
