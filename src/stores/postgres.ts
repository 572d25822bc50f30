import { Kysely, PostgresDialect } from 'kysely';
import { ConfigurationError, StoreUnavailableError } from '../errors.ts';
import { postgresAlone } from './postgres-alone.ts';
import { readPostgresSettings } from './postgres-settings.ts';
import { listenTo } from './postgres-signals.ts';
import { recoveringPool } from './recovering-pool.ts';
import { atOnce, hearNothing, type OpenDatabase } from './run-alone.ts';

/**
 * Creates a pool of connections. Does not connect yet.
 *
 * @param patience `any`: one connection without a limit for the time of a query, for migrations
 * @throws ConfigurationError if the address contains an invalid option
 */
export async function openPostgres(setting: string, patience: 'any' | 'turn' = 'turn'): Promise<OpenDatabase> {
  const { url, poolSize, connectTimeout, queryTimeout, poolLifetime, listenUrl } = readPostgresSettings(setting);
  const { Client, Pool, TypeOverrides, types } = await driver();
  const overrides = new TypeOverrides();
  // times are below 2^53, and this pool alone reads them as numbers
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    ...(patience === 'any' ? { max: 1 } : { max: poolSize, query_timeout: queryTimeout }),
    maxLifetimeSeconds: poolLifetime,
    keepAlive: true,
    types: overrides,
  });
  // a broken connection is replaced at the next query. Without a listener its error event would end the process: the pool
  // only listens to idle connections, and the current or next query of one in use fails anyway
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const recovering = recoveringPool(pool);
  const listener = () =>
    new Client({
      connectionString: listenUrl,
      application_name: 'latchkey listen',
      connectionTimeoutMillis: connectTimeout,
      query_timeout: queryTimeout,
      keepAlive: true,
    });
  return {
    db: new Kysely({ dialect: new PostgresDialect({ pool: recovering }) }),
    alone: postgresAlone(recovering),
    inTurn: atOnce,
    listen: listenUrl === undefined ? hearNothing : (hear) => listenTo(listener, hear),
  };
}

/** Tells a server that cannot be reached from a wrong setting. Does not quote the URL, which may contain a password. */
export function openingFailure(error: unknown): ConfigurationError | StoreUnavailableError {
  const code = codeOf(error);
  const reason = (error instanceof Error && error.message) || code || 'unknown';
  if (NOT_NOW.test(code)) {
    return new StoreUnavailableError(
      `the PostgreSQL server of LATCHKEY_STORE does not respond (${reason}): start it, or name another one`,
      { cause: error },
    );
  }
  if (SELF_SIGNED.test(code)) {
    return new ConfigurationError(
      `LATCHKEY_STORE: the certificate of the PostgreSQL server is self-signed, or its authority is not known here (${code}): ` +
        'name the file of the authority as ?sslmode=verify-full&sslrootcert=/path/ca.pem',
      { cause: error },
    );
  }
  return new ConfigurationError(
    `LATCHKEY_STORE: PostgreSQL cannot be used (${reason}): name a server, an existing database, and a user who ` +
      'may create tables in it, as postgres://USER:PASSWORD@HOST/DATABASE',
    { cause: error },
  );
}

/** Codes of the socket, and of PostgreSQL: connection, insufficient resources, operator intervention. */
const NOT_NOW = /^(ECONN|ETIMEDOUT|EHOST|ENET|EPIPE|EAI_AGAIN|08|53|57)/;

/** TLS codes: this machine does not trust the server's certificate. */
const SELF_SIGNED = /SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function driver(): Promise<typeof import('pg')> {
  try {
    return await import('pg');
  } catch (cause) {
    throw new ConfigurationError('LATCHKEY_STORE names PostgreSQL, whose driver is not installed: npm install pg', {
      cause,
    });
  }
}
