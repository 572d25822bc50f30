import { closeSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { ConfigurationError } from '../errors.ts';
import { bindable } from './bindable.ts';
import { createFolder } from './create-folder.ts';
import { oneARound } from './one-a-round.ts';
import { hearNothing, type OpenDatabase } from './run-alone.ts';
import { sqliteAlone } from './sqlite-alone.ts';

/** Milliseconds for which SQLite may block the event loop while another process writes: see `whenFree`. */
export const MOMENT = 20;
/** The same at the start, when there is no other work. */
const BUSY_TIMEOUT = 5000;
/** The most statements kept prepared. This room has about fifty. */
const STATEMENTS = 200;

/**
 * Opens a database file, or `:memory:`, which forgets everything when it is closed. A commit is on the disk before it
 * is acknowledged.
 */
export async function openSqlite(path: string): Promise<OpenDatabase> {
  const { DatabaseSync } = await import('node:sqlite');
  if (path !== ':memory:') createPrivately(path);
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    await useWriteAheadLog(database, path);
    database.exec('pragma synchronous = full; pragma secure_delete = on');
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    db: new Kysely({ dialect: new NodeSqliteDialect({ database: kyselyDatabase(database) }) }),
    alone: sqliteAlone(database, STATEMENTS),
    inTurn: oneARound(),
    listen: hearNothing,
  };
}

/** The error for a file that cannot be opened. */
export function openingFailure(error: unknown, path: string): ConfigurationError {
  const reason = error instanceof Error ? error.message : 'unknown';
  if (isDamaged(error)) return damaged(path, reason, error);
  return new ConfigurationError(
    `LATCHKEY_STORE: "${path}" cannot be used as a SQLite database (${reason}): name a file that this process can ` +
      'create, read and write, and that contains nothing else',
    { cause: error },
  );
}

/** SQLITE_CORRUPT, with or without an extended code (https://www.sqlite.org/rescode.html#corrupt). */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 11;
}

/** The usual cause is a backup copied over the file alone: SQLite then applies the old write-ahead log to it. */
function damaged(path: string, reason: string, cause: unknown): ConfigurationError {
  const name = basename(path);
  return new ConfigurationError(
    `LATCHKEY_STORE: "${path}" is damaged (${reason}): end all processes that use it, move it away together with ` +
      `"${name}-wal" and "${name}-shm", and copy a backup there`,
    { cause },
  );
}

/** SQLite would make the file readable by everybody. Its `-wal` and `-shm` files inherit the mode. */
function createPrivately(path: string): void {
  createFolder(dirname(path), 0o700);
  closeSync(openSync(path, 'a', 0o600));
}

async function useWriteAheadLog(database: DatabaseSync, path: string): Promise<void> {
  const mode = await journalMode(database, performance.now() + BUSY_TIMEOUT);
  if (mode === 'wal' || path === ':memory:') return;
  throw new ConfigurationError(
    `LATCHKEY_STORE: SQLite cannot write safely to "${path}" (journal mode "${mode}", as on a network share): ` +
      'name a file on a local disk, or use PostgreSQL with postgres://…',
  );
}

/** The busy timeout does not cover this switch: processes that open a new file at the same time get "locked". */
async function journalMode(database: DatabaseSync, deadline: number): Promise<unknown> {
  for (;;) {
    try {
      return database.prepare('pragma journal_mode = wal').get()?.journal_mode;
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) throw error;
      await wait(20);
    }
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && /locked/.test(error.message);
}

/** Adapts `node:sqlite` to Kysely's own dialect, and keeps prepared statements. */
function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = kept.get(text) ?? prepared(database, text);
      if (kept.size >= STATEMENTS && !kept.has(text)) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}

function prepared(database: DatabaseSync, text: string): SqliteStatement {
  // a transaction that begins with a read fails at its first write, without waiting, if another one has written meanwhile
  const statement = database.prepare(text === 'begin' ? 'begin immediate' : text);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...inputs(values)),
    run: (values) => {
      // a full disk or a failed write has ended the transaction already, and a second error would hide that one
      if (text === 'rollback' && !database.isTransaction) return { changes: 0, lastInsertRowid: 0 };
      return statement.run(...inputs(values));
    },
    iterate: (values) => statement.iterate(...inputs(values)),
  };
}

function inputs(values: readonly unknown[]): readonly SQLInputValue[] {
  return bindable(values);
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite does roll back table definitions; without this, a failed migration would stay half applied. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
