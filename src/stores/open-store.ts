import type { Kysely } from 'kysely';
import { ConfigurationError, LatchkeyError } from '../errors.ts';
import { databaseOver, type Engine } from './database.ts';
import { kyselyStore } from './kysely-store.ts';
import { migrate } from './migrations.ts';
import * as postgres from './postgres.ts';
import type { Schema } from './schema.ts';
import * as sqlite from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a setting names and brings its tables up to date.
 *
 * @param setting `sqlite:PATH` for one machine; `postgres://…` for several, which needs the package `pg`;
 *   `sqlite::memory:`, which forgets everything when it is closed, for tests
 * @throws ConfigurationError where the setting cannot work
 * @throws StoreUnavailableError where the server does not answer now
 */
export async function openStore(setting: string): Promise<Store> {
  const path = /^sqlite:(.+)$/.exec(setting)?.[1];
  if (path !== undefined)
    return await opened('sqlite', sqlite.openSqlite(path), (error) => sqlite.openingFailure(error, path));
  if (/^postgres(ql)?:\/\//.test(setting)) {
    return await opened('postgres', postgres.openPostgres(setting), postgres.openingFailure);
  }
  throw new ConfigurationError(
    'LATCHKEY_STORE must be sqlite:PATH, e.g. sqlite:.latchkey/latchkey.db, or postgres://USER:PASSWORD@HOST/DATABASE',
  );
}

async function opened(
  engine: Engine,
  opening: Promise<Kysely<Schema>>,
  failure: (error: unknown) => LatchkeyError,
): Promise<Store> {
  try {
    return await migrated(await opening, engine);
  } catch (error) {
    throw error instanceof LatchkeyError ? error : failure(error);
  }
}

async function migrated(db: Kysely<Schema>, engine: Engine): Promise<Store> {
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return kyselyStore(databaseOver(db, engine));
}
