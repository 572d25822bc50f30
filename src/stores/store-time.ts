import { sql } from 'kysely';
import { compiledOnce, type Database } from './database.ts';

// not `now()`, which is when the transaction began
const serverTime = compiledOnce((build) =>
  build.selectNoFrom(sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('at')),
);

/** PostgreSQL has a clock; all processes on a SQLite file are on one machine, and have that machine's. */
export async function storeTime(database: Database): Promise<number> {
  if (database.engine === 'sqlite') return Date.now();
  return (await database.first(serverTime(database)))?.at ?? Date.now();
}
