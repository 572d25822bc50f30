import type { Kysely } from 'kysely';
import { ConfigurationError, LatchkeyError } from '../errors.ts';
import { type Database, databaseOver, type Engine } from './database.ts';
import { type Migrated, migrate } from './migrations.ts';
import * as postgres from './postgres.ts';
import type { Schema } from './schema.ts';
import * as sqlite from './sqlite.ts';

/**
 * Opens the database that a setting names and brings its tables up to date.
 *
 * @throws ConfigurationError where the setting cannot work
 * @throws StoreUnavailableError where the server does not answer now
 */
export async function openDatabase(
  setting: string,
): Promise<{ readonly database: Database; readonly migrated: Migrated }> {
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

async function opened(engine: Engine, opening: Promise<Kysely<Schema>>, failure: (error: unknown) => LatchkeyError) {
  try {
    return await migrated(await opening, engine);
  } catch (error) {
    throw error instanceof LatchkeyError ? error : failure(error);
  }
}

async function migrated(db: Kysely<Schema>, engine: Engine) {
  try {
    return { migrated: await migrate(db, engine), database: databaseOver(db, engine) };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
