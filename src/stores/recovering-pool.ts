import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/** The driver's pool. */
interface DriverPool extends Omit<PostgresPool, 'connect'> {
  readonly waitingCount: number;
  connect(): Promise<DriverClient>;
}

type DriverClient = PostgresPoolClient & {
  query<R>(named: { name: string; text: string; values: unknown[] }): Promise<PostgresQueryResult<R>>;
  on(event: 'error' | 'end', over: () => void): unknown;
  /** The process may end although this connection is open. */
  unref?(): void;
};

/** What Kysely needs, and named statements. */
export interface RecoveringPool extends Omit<PostgresPool, 'connect'> {
  connect(): Promise<RecoveringClient>;
}

interface RecoveringClient extends Omit<PostgresPoolClient, 'query'> {
  /** @param name the server keeps the statement prepared under this name as long as the connection lasts */
  query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
}

interface Known {
  readonly openedIn: number;
  readonly guarded: RecoveringClient;
}

/** Milliseconds for which the last connection is kept ready before it returns to the pool. */
const AT_HAND = 1_000;
/** Milliseconds after which a connection returns to the pool even if it is in constant use. */
const LONGEST = 5_000;

/**
 * A pool that hands out no dead connections. If a query gets no response, or one from a server that is shutting down or has
 * become read-only, its connection is closed, and so are all that were opened earlier: after a failover they lead to the old
 * server, and new ones lead to the new server.
 *
 * The connection that was used last is handed out first, without the timers that the pool itself sets for each use, unless
 * somebody is waiting in the pool.
 */
export function recoveringPool(pool: DriverPool): RecoveringPool {
  const known = new WeakMap<DriverClient, Known>();
  const takenAt = new WeakMap<DriverClient, number>();
  const open = new Set<DriverClient>();
  let era = 0;
  let spare: { readonly client: DriverClient; readonly since: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isEnding = false;

  const giveBack = (destroy = false): void => {
    const client = spare?.client;
    spare = undefined;
    client?.release(destroy);
  };
  const watch = (): void => {
    timer = undefined;
    if (spare === undefined) return;
    if (performance.now() - spare.since >= AT_HAND) giveBack();
    else timer = setTimeout(watch, AT_HAND).unref();
  };
  const mayStay = (client: DriverClient): boolean =>
    spare === undefined &&
    !isEnding &&
    pool.waitingCount === 0 &&
    performance.now() - (takenAt.get(client) ?? 0) < LONGEST;

  const guarded = (client: DriverClient, openedIn: number): RecoveringClient => {
    let broken: Error | undefined;
    let refusal: unknown;
    const failed = (error: unknown): never => {
      if (isBreaking(error)) {
        broken = error;
        era += 1;
      }
      // what comes after the first refusal of a transaction does not say why
      if (!isIgnored(error)) refusal = error;
      throw refusal ?? error;
    };
    const answered = <R>(result: PostgresQueryResult<R>): PostgresQueryResult<R> => {
      refusal = undefined;
      return result;
    };
    const over = () => {
      broken ??= new Error('the connection was closed');
      if (spare?.client === client) giveBack(true);
    };
    client.on('error', over);
    client.on('end', over);
    open.add(client);
    client.on('end', () => open.delete(client));
    function query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>>;
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
    function query<R>(what: string | PostgresCursor<R>, parameters: readonly unknown[] = [], name?: string) {
      if (typeof what !== 'string') return client.query(what);
      // a rollback would wait behind the query that got no response
      if (broken !== undefined) return Promise.reject(broken);
      if (name === undefined) return client.query<R>(what, parameters).then(answered, failed);
      return client.query<R>({ name, text: what, values: [...parameters] }).then(answered, failed);
    }
    return {
      ...(client.processID === undefined ? {} : { processID: client.processID }),
      query,
      release: (destroy) => {
        if (destroy === true || broken !== undefined || openedIn !== era) return client.release(true);
        if (!mayStay(client)) return client.release(false);
        spare = { client, since: performance.now() };
        if (timer === undefined) timer = setTimeout(watch, AT_HAND).unref();
      },
    };
  };

  return {
    options: pool.options,
    connect: async () => {
      for (;;) {
        const client = spare?.client ?? (await pool.connect());
        if (spare?.client === client) spare = undefined;
        else takenAt.set(client, performance.now());
        const one = known.get(client) ?? { openedIn: era, guarded: guarded(client, era) };
        known.set(client, one);
        if (one.openedIn === era) return one.guarded;
        client.release(true);
      }
    },
    end: async () => {
      isEnding = true;
      giveBack();
      await pool.end();
      // a server that hangs does not say goodbye
      for (const client of open) client.unref?.();
    },
  };
}

/**
 * True for PostgreSQL's connection exceptions, operator interventions, writes refused by a former primary that is read-only now,
 * and sessions that end because a transaction took too long. False for a cancelled statement, also by `statement_timeout`: that
 * says nothing about the connection. Also true for errors that no server sent, such as a timeout or a socket error, because the
 * connection may still be busy.
 */
function isBreaking(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isAnswer = 'severity' in error && 'code' in error && typeof error.code === 'string';
  return !isAnswer || /^(08|57(?!014)|25006|25P0[34])/.test(String(error.code));
}

/** The transaction was refused before: `in_failed_sql_transaction`. */
function isIgnored(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02';
}
