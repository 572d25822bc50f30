import type { Engine } from './database.ts';
import type { Migrated } from './migrations.ts';
import { openDatabase } from './open-database.ts';

export interface MigratedStore extends Migrated {
  readonly engine: Engine;
}

/**
 * Brings the tables of a store up to date, as every start of a bot does. Returns their version before and after.
 *
 * @throws ConfigurationError, StoreUnavailableError as `openStore`
 */
export async function migrateStore(setting: string): Promise<MigratedStore> {
  const { database, migrated } = await openDatabase(setting);
  await database.close();
  return { engine: database.engine, ...migrated };
}
