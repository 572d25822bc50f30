import { sql } from 'kysely';
import { openDatabase } from '../../src/stores/open-database.ts';

/** How many rows each table has. */
export async function countRows(store: string): Promise<Readonly<Record<string, number>>> {
  const { database } = await openDatabase(store);
  try {
    const tables =
      database.engine === 'sqlite'
        ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
        : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`;
    const counts: Record<string, number> = {};
    for (const { name } of await database.all(tables.compile(database.build))) {
      const count = sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`;
      counts[name] = Number((await database.first(count.compile(database.build)))?.count);
    }
    return counts;
  } finally {
    await database.close();
  }
}
