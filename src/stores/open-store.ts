import type { Kysely } from 'kysely';
import { ConfigurationError, LatchkeyError } from '../errors.ts';
import { databaseOver, type Engine } from './database.ts';
import { kyselyStore } from './kysely-store.ts';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a setting names and brings its tables up to date.
 *
 * @param setting `sqlite:PATH`, or `sqlite::memory:`, which forgets everything when it is closed
 * @throws ConfigurationError where the setting cannot work
 */
export async function openStore(setting: string): Promise<Store> {
  if (setting.startsWith('sqlite:') && setting.length > 'sqlite:'.length) {
    return await openSqliteStore(setting.slice('sqlite:'.length));
  }
  throw new ConfigurationError('LATCHKEY_STORE must be sqlite:PATH, e.g. sqlite:.latchkey/latchkey.db');
}

async function openSqliteStore(path: string): Promise<Store> {
  try {
    return await migrated(await openSqlite(path), 'sqlite');
  } catch (error) {
    if (error instanceof LatchkeyError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new ConfigurationError(
      `LATCHKEY_STORE: "${path}" cannot be used as a SQLite database (${reason}): name a file that this process may ` +
        'create, read and write, and that nothing else is stored in',
      { cause: error },
    );
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
