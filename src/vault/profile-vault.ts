import type { CustomProfile } from '../model/custom-profile.ts';
import type { SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

export interface ProfileVault {
  byId(id: string): Promise<CustomProfile | undefined>;
  /** Oldest first; drafts included. */
  list(): Promise<readonly CustomProfile[]>;
  /** Inserts version 1, or replaces version `next.version - 1`. True if no other process was first. */
  put(next: CustomProfile): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export function profileVault(rows: SettingRows, sealer: Sealer): ProfileVault {
  const profiles = settingVault(rows, sealer, {
    tag: 'customProfile',
    columns: ({ id, version, createdAt, updatedAt }) => ({ id, version, lookup: null, createdAt, updatedAt }),
  });
  return { byId: profiles.byId, list: profiles.list, put: profiles.put, remove: profiles.remove };
}
