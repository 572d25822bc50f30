import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Signal } from '../model/signal.ts';
import type { Schema } from './schema.ts';

/**
 * Runs one statement outside any transaction, without Kysely's bookkeeping for holding a connection. Undefined if a
 * transaction has the only connection: Kysely can wait for its end.
 */
export type RunAlone = <Row>(query: CompiledQuery<Row>) => QueryResult<Row> | Promise<QueryResult<Row>> | undefined;

/** A statement whose text is always the same, which a server may keep prepared under its name. */
export type FixedQuery<Row> = CompiledQuery<Row> & { readonly name: string };

/**
 * Listens to signals of other processes on the database, until the function that it returns is called. Listeners must look now
 * and then too: some databases have no signals, and connections break.
 */
export type Listen = (hear: (signal: Signal) => void) => () => Promise<void>;

/** Begins a transaction once its turn has come. */
export type InTurn = <T>(transaction: () => Promise<T>) => Promise<T>;

/** For a database that does not block the event loop. */
export const atOnce: InTurn = (transaction) => transaction();

/** What a driver opens. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  readonly alone: RunAlone;
  readonly inTurn: InTurn;
  readonly listen: Listen;
}

/** For a database without signals. */
export const hearNothing: Listen = () => async () => {};
