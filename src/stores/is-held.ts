import type { SelectQueryBuilder } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * Whether there are rows like that. SQLite has one writer at a time, so that a transaction keeps everybody from deleting them; on
 * PostgreSQL each row has to be kept from that, and may still be changed in what is no key.
 */
export async function isHeld<Table extends keyof Schema>(
  { engine, first }: Database,
  rows: SelectQueryBuilder<Schema, Table, { readonly id: string }>,
): Promise<boolean> {
  return (await first(engine === 'postgres' ? rows.forKeyShare() : rows)) !== undefined;
}
