import { createHash } from 'node:crypto';
import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import { StoreUnavailableError } from '../errors.ts';
import { type Bindable, bindable } from './bindable.ts';
import { insideTransaction, refuseInside } from './inside-transaction.ts';
import type { FixedQuery, Listen, OpenDatabase } from './run-alone.ts';
import type { Schema } from './schema.ts';
import { unlessBusy, whenFree } from './when-free.ts';

export type Engine = 'sqlite' | 'postgres';

/**
 * The only access to a driver. Refuses values that a driver would misread, and turns everything that a driver throws into a
 * StoreUnavailableError.
 */
export interface Database {
  readonly engine: Engine;
  /** Builds queries; it must not execute them. */
  readonly build: Kysely<Schema>;
  all<Row>(query: Query<Row>): Promise<readonly Row[]>;
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** Returns the number of rows that an insert, update or delete touched. */
  changed(query: Query<unknown>): Promise<number>;
  /** Inside, only the given database may be used: the outer one refuses at once. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
  readonly listen: Listen;
  /** From now on every method throws this error. */
  retire(error: StoreUnavailableError): void;
  close(): Promise<void>;
}

export type Query<Row> = Compilable<Row> | CompiledQuery<Row>;

type Driver = Pick<OpenDatabase, 'alone' | 'inTurn' | 'listen'> & { retired?: StoreUnavailableError };

export function databaseOver(db: Kysely<Schema>, engine: Engine, driver: Driver): Database {
  const { alone, inTurn, listen } = driver;
  const run = async <Row>(query: Query<Row>): Promise<QueryResult<Row>> => {
    const compiled = 'sql' in query ? query : query.compile();
    bindable(compiled.parameters);
    if (!db.isTransaction) refuseInside(db);
    if (driver.retired !== undefined) throw driver.retired;
    try {
      // the holder of a transaction already has the lock
      if (db.isTransaction) return await db.executeQuery(compiled);
      const execute = () => alone(compiled) ?? db.executeQuery(compiled);
      if (engine === 'postgres') return await execute();
      return await (unlessBusy(() => alone(compiled)) ?? whenFree(execute));
    } catch (error) {
      throw unavailable(error);
    }
  };
  return {
    engine,
    build: db,
    listen,
    retire: (error) => {
      driver.retired = error;
    },
    all: async (query) => (await run(query)).rows,
    first: async (query) => (await run(query)).rows[0],
    changed: async (query) => Number((await run(query)).numAffectedRows ?? 0n),
    transaction: async (work) => {
      // a transaction inside a transaction is the same transaction
      if (db.isTransaction) return await work(databaseOver(db, engine, driver));
      refuseInside(db);
      if (driver.retired !== undefined) throw driver.retired;
      let thrown: unknown;
      try {
        const execute = () =>
          db.transaction().execute(async (trx) => {
            try {
              return await insideTransaction(db, () => work(databaseOver(trx, engine, driver)));
            } catch (error) {
              thrown = error;
              throw error;
            }
          });
        // SQLite refuses a transaction as busy when it begins, or not at all
        return await (engine === 'sqlite' ? whenFree(() => inTurn(execute)) : inTurn(execute));
      } catch (error) {
        throw error === thrown ? error : unavailable(error);
      }
    },
    close: async () => {
      try {
        await db.destroy();
      } catch (error) {
        throw unavailable(error);
      }
    },
  };
}

/** Compiles a query when it is first used. Later calls only pass the values, in the order of the SQL text. */
export function compiledOnce<Row>(
  build: (db: Kysely<Schema>) => Compilable<Row>,
): (database: Database, ...values: readonly Bindable[]) => CompiledQuery<Row> {
  const compiled = new Map<Engine, FixedQuery<Row>>();
  return ({ engine, build: db }, ...values) => {
    const query = compiled.get(engine) ?? named(build(db).compile());
    compiled.set(engine, query);
    return { ...query, parameters: values };
  };
}

/** Named by its text: behind a pooler other versions share the session, and the same name must mean the same statement. */
function named<Row>(query: CompiledQuery<Row>): FixedQuery<Row> {
  return { ...query, name: `latchkey_${createHash('sha256').update(query.sql).digest('hex').slice(0, 32)}` };
}

/** The values of a row in the order that a statement compiled with `sample` needs. */
export function valuesLike<Sample extends object>(sample: Sample): (row: Sample) => readonly Sample[keyof Sample][] {
  const names = Object.keys(sample) as (keyof Sample)[];
  return (row) => names.map((name) => row[name]);
}

function unavailable(cause: unknown): StoreUnavailableError {
  const reason = cause instanceof Error ? cause.message : 'unknown';
  return new StoreUnavailableError(`the store does not respond: ${reason}`, { cause });
}
