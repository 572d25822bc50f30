import type { Setup } from '../model/setup.ts';
import type { SettingRow, SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

export interface SetupVault {
  byIntegration(integration: string): Promise<Setup | undefined>;
  /** The set-up in a row that was read elsewhere. */
  opened(row: SettingRow): Setup | undefined;
  /** Oldest first. */
  list(): Promise<readonly Setup[]>;
  /** Inserts version 1, or replaces version `next.version - 1`. True if no other process was first. */
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
