const LONGEST = 24 * 60 * 60;

/**
 * Seconds to wait, 0 to 24 hours, from a `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). Undefined if it is
 * neither.
 *
 * @param now milliseconds since the epoch
 */
export function retryAfterSeconds(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  if (!Number.isFinite(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST);
}
