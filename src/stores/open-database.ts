import { sql } from 'kysely';
import { ConfigurationError, LatchkeyError } from '../errors.ts';
import { type Database, databaseOver, type Engine } from './database.ts';
import { type Migrated, migrate } from './migrations.ts';
import { openInTurn } from './open-in-turn.ts';
import * as postgres from './postgres.ts';
import type { OpenDatabase } from './run-alone.ts';
import * as sqlite from './sqlite.ts';
import { sqlitePath } from './sqlite-path.ts';

/**
 * Opens the database that a setting names and brings its tables up to date.
 *
 * @throws ConfigurationError if the setting cannot work
 * @throws StoreUnavailableError if the server does not respond now
 */
export async function openDatabase(
  setting: string,
): Promise<{ readonly database: Database; readonly migrated: Migrated }> {
  const path = sqlitePath(setting);
  if (path !== undefined) {
    return await openInTurn(path, () =>
      opened('sqlite', sqlite.openSqlite(path), (error) => sqlite.openingFailure(error, path)),
    );
  }
  if (/^postgres(ql)?:\/\//.test(setting)) {
    return await openedPostgres(setting);
  }
  throw new ConfigurationError(
    'LATCHKEY_STORE must be sqlite:PATH, e.g. sqlite:.latchkey/latchkey.db, or postgres://USER:PASSWORD@HOST/DATABASE',
  );
}

/** Migrations may take longer than any other query, so they have a connection of their own without a time limit. */
async function openedPostgres(setting: string) {
  const preparing = await opened('postgres', postgres.openPostgres(setting, 'any'), postgres.openingFailure);
  await preparing.database.close();
  const { db, ...driver } = await postgres.openPostgres(setting);
  const database = databaseOver(db, 'postgres', driver);
  try {
    // Kysely does not close a pool that it has not used, and uses it for transactions only
    await database.transaction((inner) => inner.all(sql`select 1`.compile(db)));
  } catch (error) {
    await database.close();
    throw error;
  }
  return { ...preparing, database };
}

async function opened(engine: Engine, opening: Promise<OpenDatabase>, failure: (error: unknown) => LatchkeyError) {
  try {
    return await migrated(await opening, engine);
  } catch (error) {
    throw error instanceof LatchkeyError ? error : failure(error);
  }
}

async function migrated({ db, ...driver }: OpenDatabase, engine: Engine) {
  try {
    const migrated = await migrate(db, engine);
    // from now on, other work waits while SQLite does
    if (engine === 'sqlite') await sql`pragma busy_timeout = ${sql.lit(sqlite.MOMENT)}`.execute(db);
    return { migrated, database: databaseOver(db, engine, driver) };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
