import { kyselyStore } from './kysely-store.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a setting names and brings its tables up to date.
 *
 * @param setting `sqlite:PATH` for one machine; `postgres://…` for several, which needs the package `pg`; `sqlite::memory:`,
 * which forgets everything when it is closed, for tests
 * @throws ConfigurationError if the setting cannot work
 * @throws StoreUnavailableError if the server does not respond now
 */
export async function openStore(setting: string): Promise<Store> {
  const { database } = await openDatabase(setting);
  return kyselyStore(database);
}
