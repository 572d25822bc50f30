import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Reseal, SealedRow, SealedRows, SealedTable } from './store.ts';

const NONE = sql<string>`''`;
const ID = sql.ref<string>('id');
const OWNER = sql.ref<string>('ownerKey');
const INTEGRATION = sql.ref<string>('integration');
const KIND_AND_ID = sql<string>`${sql.ref('kind')} || '/' || ${ID}`;

/** What each table's ciphertext is bound to. */
const BINDING: Readonly<Record<SealedTable, Record<'row' | 'ownerKey' | 'integration', RawBuilder<string>>>> = {
  authorizations: { row: ID, ownerKey: OWNER, integration: INTEGRATION },
  connections: { row: ID, ownerKey: OWNER, integration: INTEGRATION },
  errands: { row: ID, ownerKey: OWNER, integration: INTEGRATION },
  outbox: { row: ID, ownerKey: NONE, integration: NONE },
  sessions: { row: sql.ref('sidHash'), ownerKey: NONE, integration: NONE },
  botState: { row: ID, ownerKey: NONE, integration: NONE },
  settings: { row: KIND_AND_ID, ownerKey: NONE, integration: NONE },
};

export const SEALED_TABLES = Object.keys(BINDING) as readonly SealedTable[];

export function sealedRows(database: Database): SealedRows {
  const { build } = database;
  const ofTable = (table: SealedTable, keyId: string, limit: number) => {
    const { row, ownerKey, integration } = BINDING[table];
    const rows = sql<SealedRow>`
      select ${sql.lit(table)} as ${sql.ref('table')}, ${row} as ${sql.ref('row')},
        ${ownerKey} as ${sql.ref('ownerKey')}, ${integration} as ${sql.ref('integration')},
        ${sql.ref('keyId')}, ${sql.ref('sealed')}
      from ${sql.table(table)} where ${sql.ref('keyId')} = ${keyId} limit ${limit}`;
    return database.all(rows.compile(build));
  };
  return {
    by: async (keyId, limit) => {
      const found: SealedRow[] = [];
      for (const table of SEALED_TABLES) {
        if (found.length < limit) found.push(...(await ofTable(table, keyId, limit - found.length)));
      }
      return found;
    },
    // one transaction on SQLite, which then flushes once; none on PostgreSQL, so that no row is locked while another is awaited
    reseal: (changes) =>
      database.engine === 'sqlite'
        ? database.transaction((inner) => resealed(inner, changes))
        : resealed(database, changes),
    count: async () => {
      const counts = new Map<string, number>();
      for (const table of SEALED_TABLES) {
        const count = build.selectFrom(table).select((eb) => ['keyId', eb.fn.countAll<number>().as('rows')]);
        for (const { keyId, rows } of await database.all(count.groupBy('keyId'))) {
          counts.set(keyId, (counts.get(keyId) ?? 0) + rows);
        }
      }
      return counts;
    },
  };
}

async function resealed(database: Database, changes: readonly Reseal[]): Promise<readonly boolean[]> {
  const written: boolean[] = [];
  for (const { row, next } of changes) {
    const update = sql`
      update ${sql.table(row.table)} set ${sql.ref('keyId')} = ${next.keyId}, ${sql.ref('sealed')} = ${next.sealed}
      where ${BINDING[row.table].row} = ${row.row} and ${sql.ref('sealed')} = ${row.sealed}`;
    written.push((await database.changed(update.compile(database.build))) === 1);
  }
  return written;
}
