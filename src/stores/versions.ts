import { type Kysely, sql } from 'kysely';
import type { Engine } from './database.ts';

/** Kysely's table of the migrations that were applied. */
export const MIGRATIONS = 'latchkeyMigrations';

/**
 * True if versions from before this migration can no longer work on the store. All other migrations only add: older versions
 * keep working beside them, and can be started again. The ending `_alone` tells versions that do not know the migration.
 */
export function standsAlone(change: string): boolean {
  return change === '0010_errands' || change.endsWith('_alone');
}

/** The migrations applied to a store; none if it is empty. */
export async function changesOf<Schema>(db: Kysely<Schema>, engine: Engine): Promise<readonly string[]> {
  // on PostgreSQL, a query to a missing table would end the transaction
  const found =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = ${MIGRATIONS}`
      : sql<{ name: string }>`select ${MIGRATIONS} as name where to_regclass(${`"${MIGRATIONS}"`}) is not null`;
  if ((await found.execute(db)).rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)}`.execute(db);
  return rows.map(({ name }) => name);
}
