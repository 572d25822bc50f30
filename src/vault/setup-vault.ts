import type { Setup } from '../model/setup.ts';
import type { SettingRow, SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

export interface SetupVault {
  byIntegration(integration: string): Promise<Setup | undefined>;
  /** What a row that was read elsewhere holds. */
  opened(row: SettingRow): Setup | undefined;
  /** Oldest first. */
  list(): Promise<readonly Setup[]>;
  /** Inserts version 1; else true if the stored version was `next.version - 1`: no other process was first. */
  put(next: Setup): Promise<boolean>;
  remove(integration: string): Promise<boolean>;
}

/** Its kind in the settings table. */
export const SETUP = 'setup';

export function setupVault(rows: SettingRows, sealer: Sealer): SetupVault {
  const setups = settingVault(rows, sealer, {
    tag: SETUP,
    columns: ({ integration, version, updatedAt }) => ({
      id: integration,
      version,
      lookup: null,
      createdAt: updatedAt,
      updatedAt,
    }),
  });
  return {
    byIntegration: setups.byId,
    opened: setups.opened,
    list: setups.list,
    put: setups.put,
    remove: setups.remove,
  };
}
