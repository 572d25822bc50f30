import { sql } from 'kysely';
import { compiledOnce, type Database } from './database.ts';

// not `now()`, which is the start of the transaction
const serverTime = compiledOnce((build) =>
  build.selectNoFrom(sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('at')),
);

/** The clock of PostgreSQL, or of the machine: all processes on a SQLite file run on one machine. */
export async function storeTime(database: Database): Promise<number> {
  if (database.engine === 'sqlite') return Date.now();
  return (await database.first(serverTime(database)))?.at ?? Date.now();
}
