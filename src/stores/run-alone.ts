import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Signal } from '../model/signal.ts';
import type { Schema } from './schema.ts';

/**
 * Runs one statement that belongs to no transaction, without what Kysely does to hold a connection over several. Undefined
 * if a transaction has the only connection: Kysely knows how to wait for its end.
 */
export type RunAlone = <Row>(query: CompiledQuery<Row>) => QueryResult<Row> | Promise<QueryResult<Row>> | undefined;

/** A statement whose text is always the same, which a server may keep prepared under its name. */
export type FixedQuery<Row> = CompiledQuery<Row> & { readonly name: string };

/**
 * Hears what other processes on the database have done, until the function that it returns is called. Whoever listens must
 * look now and then all the same: some databases have no way to tell, and no connection lasts forever.
 */
export type Listen = (hear: (signal: Signal) => void) => () => Promise<void>;

/** Begins a transaction once its turn has come. */
export type InTurn = <T>(transaction: () => Promise<T>) => Promise<T>;

/** Of a database that does not keep the event loop waiting. */
export const atOnce: InTurn = (transaction) => transaction();

/** As a driver opens it. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  readonly alone: RunAlone;
  readonly inTurn: InTurn;
  readonly listen: Listen;
}

/** Of a database whose processes are not told of each other. */
export const hearNothing: Listen = () => async () => {};
