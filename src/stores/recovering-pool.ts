import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/** The driver's pool. */
interface DriverPool extends Omit<PostgresPool, 'connect'> {
  connect(): Promise<DriverClient>;
}

type DriverClient = PostgresPoolClient & {
  query<R>(named: { name: string; text: string; values: unknown[] }): Promise<PostgresQueryResult<R>>;
};

/** What Kysely takes, and statements that have a name. */
export interface RecoveringPool extends Omit<PostgresPool, 'connect'> {
  connect(): Promise<RecoveringClient>;
}

export interface RecoveringClient extends Omit<PostgresPoolClient, 'query'> {
  /** @param name the server keeps the statement under it, for as long as the connection lasts */
  query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
}

/**
 * A pool that gives nobody a connection that is worth nothing any more. One whose query was not answered, or was answered by a
 * server that goes down or may not write any more, is closed, and with it all that were opened before: after a takeover they
 * lead to the old server, and the next one leads to the new.
 */
export function recoveringPool(pool: DriverPool): RecoveringPool {
  const openedIn = new WeakMap<PostgresPoolClient, number>();
  let era = 0;

  const guarded = (client: DriverClient): RecoveringClient => {
    let broken: Error | undefined;
    const failed = (error: unknown): never => {
      if (isBreaking(error)) {
        broken = error;
        era += 1;
      }
      throw error;
    };
    function query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>>;
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
    function query<R>(what: string | PostgresCursor<R>, parameters: readonly unknown[] = [], name?: string) {
      if (typeof what !== 'string') return client.query(what);
      // a rollback would wait behind the query that is not answered
      if (broken !== undefined) return Promise.reject(broken);
      if (name === undefined) return client.query<R>(what, parameters).catch(failed);
      return client.query<R>({ name, text: what, values: [...parameters] }).catch(failed);
    }
    return {
      ...(client.processID === undefined ? {} : { processID: client.processID }),
      query,
      release: (destroy) => client.release(destroy === true || broken !== undefined),
    };
  };

  return {
    options: pool.options,
    connect: async () => {
      for (;;) {
        const client = await pool.connect();
        const opened = openedIn.get(client) ?? era;
        openedIn.set(client, opened);
        if (opened === era) return guarded(client);
        client.release(true);
      }
    },
    end: () => pool.end(),
  };
}

/**
 * Of PostgreSQL: connection exception, operator intervention, and a server that was the primary and is read-only now. What is
 * no answer of a server at all, a time-out or a socket's error, leaves a connection of which nobody knows what it still does.
 */
function isBreaking(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isAnswer = 'severity' in error && 'code' in error && typeof error.code === 'string';
  return !isAnswer || /^(08|57|25006)/.test(String(error.code));
}
