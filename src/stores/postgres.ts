import { Kysely, PostgresDialect } from 'kysely';
import { ConfigurationError, StoreUnavailableError } from '../errors.ts';
import type { Schema } from './schema.ts';

/** Milliseconds to wait for a connection, and for an answer on one. */
const CONNECT_TIMEOUT = 5000;
const QUERY_TIMEOUT = 30_000;

/** Opens a pool of connections. Nothing is asked of the server yet. */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const { Pool, TypeOverrides, types } = await driver();
  const overrides = new TypeOverrides();
  // times are below 2^53, and this pool alone reads them as numbers
  overrides.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    types: overrides,
  });
  // a connection that breaks is replaced at the next query; unheard, its event would end the process: the pool hears
  // those that are idle, and nobody those in use, whose query or next query is refused anyway
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** What a failure to open means: the server is not there now, or the setting is wrong. Its URL holds a password. */
export function openingFailure(error: unknown): ConfigurationError | StoreUnavailableError {
  const code = codeOf(error);
  const reason = (error instanceof Error && error.message) || code || 'unknown';
  if (NOT_NOW.test(code)) {
    return new StoreUnavailableError(
      `the PostgreSQL server of LATCHKEY_STORE does not answer (${reason}): start it, or name another one`,
      { cause: error },
    );
  }
  return new ConfigurationError(
    `LATCHKEY_STORE: PostgreSQL cannot be used (${reason}): name a server, a database that is there, and a user who ` +
      'may create tables in it, as postgres://USER:PASSWORD@HOST/DATABASE',
    { cause: error },
  );
}

/** Of the socket; and of PostgreSQL: connection, insufficient resources, operator intervention. */
const NOT_NOW = /^(ECONN|ETIMEDOUT|EHOST|ENET|EPIPE|EAI_AGAIN|08|53|57)/;

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
