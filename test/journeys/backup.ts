import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { TestDatabase } from '../stores/test-postgres.ts';

/** A backup of a store, made while a bot works on it. */
export interface Backup {
  /** Puts it in the place of the store. No bot may run. */
  restore(): Promise<void>;
}

/** As docs/operate.md says: `vacuum into`, and all three files are moved away before the backup is copied. */
export async function backUpSqlite(folder: string): Promise<Backup> {
  const live = join(folder, 'latchkey.db');
  const copy = join(folder, 'backup.db');
  const database = new DatabaseSync(live);
  database.exec(`vacuum into '${copy}'`);
  database.close();
  return {
    restore: async () => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${live}${end}`, { force: true });
      copyFileSync(copy, live);
    },
  };
}

/** A copy of the database at one moment. Its server makes one only while nobody is connected, so all sessions end. */
export async function backUpPostgres({ url }: TestDatabase): Promise<Backup> {
  const name = new URL(url).pathname.slice(1);
  const copy = `${name}_backup`;
  await administer(url, [
    `alter database ${name} with allow_connections false`,
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`,
    `create database ${copy} template ${name}`,
    `alter database ${name} with allow_connections true`,
    `alter database ${copy} with allow_connections true`,
  ]);
  return {
    restore: () => administer(url, [`drop database ${name} with (force)`, `alter database ${copy} rename to ${name}`]),
  };
}

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
