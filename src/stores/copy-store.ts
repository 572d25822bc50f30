import { resolve } from 'node:path';
import { sql } from 'kysely';
import { ConfigurationError, StoreUnavailableError } from '../errors.ts';
import { INSTANCES } from '../model/instance.ts';
import type { Bindable } from './bindable.ts';
import type { Database } from './database.ts';
import { factRows } from './fact-rows.ts';
import type { Migrated } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import type { Schema } from './schema.ts';
import { sqlitePath } from './sqlite-path.ts';
import { storeTime } from './store-time.ts';
import { workingInstances } from './working-instances.ts';

export interface CopiedTable {
  readonly table: keyof Schema;
  readonly rows: number;
}

/** The columns by which a table is read in steps. */
const KEYS: Readonly<Record<keyof Schema, readonly string[]>> = {
  authorizations: ['id'],
  connections: ['id'],
  uses: ['connectionId'],
  errands: ['id'],
  outbox: ['id'],
  sessions: ['sidHash'],
  botState: ['id'],
  settings: ['kind', 'id'],
  audit: ['id'],
  facts: ['name'],
};

const TABLES = Object.keys(KEYS) as readonly (keyof Schema)[];

/** Rows per statement: PostgreSQL accepts 65,535 values in one, SQLite 32,766. */
const BATCH = 500;

type Row = Readonly<Record<string, Bindable>>;

/**
 * Copies everything from one store into an empty one, all or nothing. Sealed values are not bound to a database, so they are
 * copied unchanged, and the same key ring opens them.
 *
 * @throws ConfigurationError if the first store has no tables, the second is not empty or is the first one, or a bot works on
 * either
 * @throws StoreUnavailableError
 */
export async function copyStore(
  from: string,
  to: string,
  /** Called when everything is written and nothing is committed yet. */
  written: () => Promise<void> = async () => {},
): Promise<readonly CopiedTable[]> {
  refuseItself(from, to);
  const { database: source, migrated } = await openDatabase(from);
  try {
    refuseNothing(migrated);
    const target = await openTarget(to);
    try {
      await refuseBesideBot('copied from', source);
      await refuseBesideBot('to copy to', target);
      return await source.transaction((reading) =>
        target.transaction(async (writing) => {
          const copied = await copyAll(reading, writing);
          await written();
          // the copy is undone if a bot has started in the meantime
          await refuseBesideBot('copied from', reading);
          return copied;
        }),
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Two transactions on one SQLite file would wait for each other. Another address of the same PostgreSQL database has rows. */
function refuseItself(from: string, to: string): void {
  const place = (setting: string) => {
    const path = sqlitePath(setting);
    return path === undefined ? setting : resolve(path);
  };
  if (place(from) !== place(to)) return;
  throw new ConfigurationError('the store to copy to is the store itself: name an empty one');
}

/** In the wrong folder SQLite would create a new file, and the copy would lack everything that people connected. */
function refuseNothing({ from }: Migrated): void {
  if (from !== undefined) return;
  throw new ConfigurationError(
    'the store to copy from, LATCHKEY_STORE, was empty: no bot has used it. Name the store of the bot; a relative path starts at the current folder',
  );
}

/** Errors from opening a store name LATCHKEY_STORE, which is the first one. */
async function openTarget(to: string): Promise<Database> {
  try {
    return (await openDatabase(to)).database;
  } catch (error) {
    if (error instanceof StoreUnavailableError)
      throw new StoreUnavailableError(`${TO}: ${error.message}`, { cause: error });
    if (error instanceof ConfigurationError) throw new ConfigurationError(`${TO}: ${error.message}`, { cause: error });
    throw error;
  }
}

const TO = 'the store to copy to';

/** A bot's writes would be missing from the copy, and a second outbox would send everything twice. */
async function refuseBesideBot(which: string, database: Database): Promise<void> {
  const working = await workingInstances(factRows(database), await storeTime(database));
  if (working === 0) return;
  throw new ConfigurationError(
    `a bot works on the store ${which} (${working === 1 ? '1 process' : `${working} processes`}): stop it first; if it was killed, wait a minute`,
  );
}

async function copyAll(source: Database, target: Database): Promise<readonly CopiedTable[]> {
  for (const table of TABLES) {
    if ((await next(target, table, undefined, 1)).length > 0) {
      throw new ConfigurationError(`the store to copy to has rows already (${table}): name an empty database`);
    }
  }
  const copied: CopiedTable[] = [];
  for (const table of TABLES) copied.push({ table, rows: await copyTable(source, target, table) });
  return copied;
}

async function copyTable(source: Database, target: Database, table: keyof Schema): Promise<number> {
  let copied = 0;
  let last: Row | undefined;
  for (;;) {
    const rows = await next(source, table, last, BATCH);
    last = rows.at(-1);
    if (last === undefined) return copied;
    const kept = table === 'facts' ? rows.filter(isLasting) : rows;
    if (kept.length > 0) copied += await insert(target, table, table === 'audit' ? kept.map(withoutId) : kept);
  }
}

async function next(database: Database, table: keyof Schema, after: Row | undefined, limit: number) {
  const keys = KEYS[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  const rest =
    after === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => after[key] ?? null))})`;
  const rows = sql<Row>`select * from ${sql.table(table)} ${rest} order by ${columns} limit ${limit}`;
  return database.all(rows.compile(database.build));
}

async function insert(database: Database, table: keyof Schema, rows: readonly Row[]): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const statement = sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`;
  return database.changed(statement.compile(database.build));
}

/** Drops the records of processes that were killed. */
function isLasting({ name }: Row): boolean {
  return !String(name).startsWith(INSTANCES);
}

/** The database numbers them itself, in the same order. */
function withoutId({ id: _, ...row }: Row): Row {
  return row;
}
