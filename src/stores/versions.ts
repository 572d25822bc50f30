import { type Kysely, sql } from 'kysely';
import type { Engine } from './database.ts';

/** Kysely's table of the changes that were made. */
export const MIGRATIONS = 'latchkeyMigrations';

/**
 * Whether versions from before a change of the tables must not work on the store any more. All others only add: older versions
 * go on beside them, and may start again. What ends in `_alone` is known to versions that do not know the change itself.
 */
export function standsAlone(change: string): boolean {
  return change === '0010_errands' || change.endsWith('_alone');
}

/** The changes that a store has seen; none where it is empty. */
export async function changesOf<Schema>(db: Kysely<Schema>, engine: Engine): Promise<readonly string[]> {
  // a table that is not there would end the transaction on PostgreSQL
  const found =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name = ${MIGRATIONS}`
      : sql<{ name: string }>`select ${MIGRATIONS} as name where to_regclass(${`"${MIGRATIONS}"`}) is not null`;
  if ((await found.execute(db)).rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)}`.execute(db);
  return rows.map(({ name }) => name);
}
