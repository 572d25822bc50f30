import { clientNetwork } from '../model/client-network.ts';

/** Counts per client network and minute, in this process only. A restart resets it, and each instance counts separately. */
export interface RateLimit {
  /** Counts one request. Returns 0, or the seconds to wait if there were too many. */
  take(address: string): number;
}

const MINUTE = 60_000;

/** @param options.maxKeys above this number the oldest networks are forgotten, so a flood of addresses uses bounded memory */
export function rateLimit(options: {
  readonly perMinute: number;
  readonly now: () => number;
  readonly maxKeys?: number;
}): RateLimit {
  const windows = new Map<string, { readonly since: number; count: number }>();
  const maxKeys = options.maxKeys ?? 10_000;
  return {
    take(address) {
      const key = clientNetwork(address);
      const now = options.now();
      const current = windows.get(key);
      if (current === undefined || now - current.since >= MINUTE || now < current.since) {
        windows.delete(key);
        windows.set(key, { since: now, count: 1 });
        forgetOldest(windows, maxKeys);
        return 0;
      }
      current.count += 1;
      return current.count <= options.perMinute ? 0 : Math.max(1, Math.ceil((current.since + MINUTE - now) / 1000));
    },
  };
}

function forgetOldest(windows: Map<string, unknown>, maxKeys: number): void {
  for (const key of windows.keys()) {
    if (windows.size <= maxKeys) return;
    windows.delete(key);
  }
}
