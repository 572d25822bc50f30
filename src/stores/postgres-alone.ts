import type { CompiledQuery } from 'kysely';
import type { RecoveringPool } from './recovering-pool.ts';
import type { FixedQuery, RunAlone } from './run-alone.ts';

/**
 * Uses any connection of the pool. A statement whose text never changes is prepared at its first use, so that the server
 * parses and plans it once for each connection.
 */
export function postgresAlone(pool: RecoveringPool): RunAlone {
  let prepares = true;
  const run = async <Row>({ sql, parameters }: CompiledQuery<Row>, name?: string) => {
    const client = await pool.connect();
    try {
      const { rows, rowCount } = await client.query<Row>(sql, parameters, name);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } finally {
      client.release();
    }
  };
  return async (query) => {
    if (!prepares || !isFixed(query)) return run(query);
    try {
      return await run(query, query.name);
    } catch (error) {
      if (!isNotPrepared(error)) throw error;
      prepares = false;
      return run(query);
    }
  };
}

function isFixed<Row>(query: CompiledQuery<Row>): query is FixedQuery<Row> {
  return 'name' in query && typeof query.name === 'string';
}

/**
 * Behind a pooler, another session may lack the statement (26000) or have somebody else's of that name (42P05), or the tables
 * may have changed (0A000). In each case nothing was done yet.
 */
function isNotPrepared(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(26000|42P05|0A000)$/.test(String(error.code));
}
