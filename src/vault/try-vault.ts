import type { SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

/** Wrong passwords in a row, and when the next one may be checked. */
export interface Tries {
  /** What is counted. Identifies nobody. */
  readonly id: string;
  readonly version: number;
  readonly failures: number;
  readonly nextTryAt: number;
  readonly updatedAt: number;
}

/** In the store, so that neither a restart nor another instance resets it. */
export interface TryVault {
  byId(id: string): Promise<Tries | undefined>;
  /** Inserts version 1, or replaces version `next.version - 1`. True if no other process was first. */
  put(next: Tries): Promise<boolean>;
  /** Deletes counts that are unchanged since then. Returns their number. */
  sweep(before: number, limit: number): Promise<number>;
}

export function tryVault(rows: SettingRows, sealer: Sealer): TryVault {
  const tries = settingVault(rows, sealer, {
    tag: 'tries',
    columns: ({ id, version, updatedAt }) => ({ id, version, lookup: null, createdAt: updatedAt, updatedAt }),
  });
  return {
    byId: tries.byId,
    put: tries.put,
    sweep: (before, limit) => rows.sweep('tries', before, limit),
  };
}
