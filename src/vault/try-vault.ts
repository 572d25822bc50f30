import type { SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

/** Wrong passwords in a row, and when the next one is looked at. */
export interface Tries {
  /** What they are counted for; names nobody. */
  readonly id: string;
  readonly version: number;
  readonly failures: number;
  readonly nextTryAt: number;
  readonly updatedAt: number;
}

/** Kept in the store, so that neither a restart nor another instance forgives anybody. */
export interface TryVault {
  byId(id: string): Promise<Tries | undefined>;
  /** Inserts version 1; else true if the stored version was `next.version - 1`: no other process was first. */
  put(next: Tries): Promise<boolean>;
  /** Forgets what is unchanged since. Returns how many. */
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
