import type { SelectQueryBuilder } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * True if there are such rows. Nobody can delete them before the transaction ends: SQLite has only one writer at a time, and on
 * PostgreSQL each row is locked against deletion, though not against other changes.
 */
export async function isHeld<Table extends keyof Schema>(
  { engine, first }: Database,
  rows: SelectQueryBuilder<Schema, Table, { readonly id: string }>,
): Promise<boolean> {
  return (await first(engine === 'postgres' ? rows.forKeyShare() : rows)) !== undefined;
}
