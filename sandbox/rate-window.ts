import { z } from 'zod';

/** Calls since the window began, for each thing that is counted. */
export const rateWindows = z.record(z.string(), z.object({ startedAt: z.number(), used: z.number() }).readonly());
export type RateWindows = z.infer<typeof rateWindows>;

export interface RateLimit {
  readonly calls: number;
  readonly milliseconds: number;
}

export interface RateUse {
  readonly exceeded: boolean;
  readonly remaining: number;
  /** Whole seconds until the window begins anew. */
  readonly resetSeconds: number;
}

/** Counts one call in a fixed window. */
export function takeFromWindow(windows: RateWindows, name: string, limit: RateLimit, now: number): RateUse {
  const open = windows[name];
  const { startedAt, used } = open && now < open.startedAt + limit.milliseconds ? open : { startedAt: now, used: 0 };
  windows[name] = { startedAt, used: used + 1 };
  return {
    exceeded: used >= limit.calls,
    remaining: Math.max(0, limit.calls - used - 1),
    resetSeconds: Math.ceil((startedAt + limit.milliseconds - now) / 1000),
  };
}
