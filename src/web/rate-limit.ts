import { clientNetwork } from '../model/client-network.ts';

/** Counts per client network and minute, in this process only: a restart forgets, and each instance counts for itself. */
export interface RateLimit {
  /** Counts one. Seconds to wait when that was too many, otherwise 0. */
  take(address: string): number;
}

const MINUTE = 60_000;

/** @param options.maxKeys above this the oldest networks are forgotten, so that a flood of addresses costs bounded memory */
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
