import { UsageError } from './command.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A time, or how long ago: `2026-01-31` (midnight in UTC), `2026-01-31T09:05Z`, `90m`, `24h`, `7d`.
 *
 * @returns milliseconds since 1970
 * @throws UsageError
 */
export function readTime(option: string, given: string, now: number): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(given) ?? [];
  if (unit !== '') return now - Number(count) * (UNITS[unit] ?? 0);
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(given)
    ? Date.parse(given)
    : Number.NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(`${option} must be like 2026-01-31, 2026-01-31T09:05Z, 90m, 24h or 7d`);
  }
  return time;
}
