import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Runs one statement that belongs to no transaction, without what Kysely does to hold a connection over several. Undefined
 * where a transaction has the only connection: Kysely knows how to wait for its end.
 */
export type RunAlone = <Row>(query: CompiledQuery<Row>) => QueryResult<Row> | Promise<QueryResult<Row>> | undefined;

/** A statement whose text is always the same, which a server may keep prepared under its name. */
export type FixedQuery<Row> = CompiledQuery<Row> & { readonly name: string };

/** As a driver opens it. */
export interface OpenDatabase {
  readonly db: Kysely<Schema>;
  readonly alone: RunAlone;
}
