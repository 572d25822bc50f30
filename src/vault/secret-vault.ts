import type { SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

/** Secrets of the deployment, by name. */
export interface SecretVault {
  get(name: string): Promise<string | undefined>;
  /** Replaces an existing one. */
  put(name: string, value: string, now: number): Promise<void>;
  /** True for the one caller who removed it. Remove a secret before using it if it may be used only once. */
  remove(name: string): Promise<boolean>;
}

export interface StoredSecret {
  readonly name: string;
  readonly version: number;
  readonly value: string;
  readonly updatedAt: number;
}

export function secretVault(rows: SettingRows, sealer: Sealer): SecretVault {
  const secrets = settingVault(rows, sealer, {
    tag: 'secret',
    columns: ({ name, version, updatedAt }) => ({ id: name, version, lookup: null, createdAt: updatedAt, updatedAt }),
  });
  return {
    get: async (name) => (await secrets.byId(name))?.value,
    put: async (name, value, now) => {
      // repeats if another process was first
      for (;;) {
        const version = ((await rows.byId('secret', name))?.version ?? 0) + 1;
        if (await secrets.put({ name, version, value, updatedAt: now })) return;
      }
    },
    remove: secrets.remove,
  };
}
