import type { Database } from './database.ts';
import { SEALED_TABLES } from './sealed-rows.ts';

/** The id of every key that some row needs. Skips from one to the next in the index, however many rows there are. */
export async function keyIds(database: Database): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of SEALED_TABLES) {
    for (let last = ''; ; ) {
      const next = database.build.selectFrom(table).select('keyId').where('keyId', '>', last).orderBy('keyId').limit(1);
      const row = await database.first(next);
      if (row === undefined) break;
      last = row.keyId;
      found.add(last);
    }
  }
  return [...found].sort();
}
