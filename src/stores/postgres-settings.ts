import { ConfigurationError } from '../errors.ts';

/** What the address of a PostgreSQL store may say besides what the driver reads. */
export interface PostgresSettings {
  /** The address without them. */
  readonly url: string;
  /** Connections of this process at most. */
  readonly poolSize: number;
  /** Milliseconds to wait for a connection. */
  readonly connectTimeout: number;
  /** Milliseconds to wait for an answer. */
  readonly queryTimeout: number;
  /** Seconds after which a connection is replaced. */
  readonly poolLifetime: number;
}

/** Together below 10 seconds: so long does a person wait to hear that the database does not answer. */
const DEFAULTS = { pool_size: 10, connect_timeout: 3, query_timeout: 4, pool_lifetime: 1800 };
const NAMES = ['pool_size', 'connect_timeout', 'query_timeout', 'pool_lifetime'] as const;

/**
 * Reads `?pool_size=20&connect_timeout=3&query_timeout=4&pool_lifetime=1800`, times in seconds.
 *
 * @throws ConfigurationError for a number that is none
 */
export function readPostgresSettings(setting: string): PostgresSettings {
  const url = URL.parse(setting);
  const given = { ...DEFAULTS };
  let stated = false;
  for (const name of NAMES) {
    const text = url?.searchParams.get(name) ?? undefined;
    if (text === undefined) continue;
    const value = /^\d+$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > 86_400) {
      throw new ConfigurationError(`LATCHKEY_STORE: ${name} must be a whole number from 1 to 86400`);
    }
    given[name] = value;
    url?.searchParams.delete(name);
    stated = true;
  }
  return {
    url: stated && url !== null ? url.href : setting,
    poolSize: given.pool_size,
    connectTimeout: given.connect_timeout * 1000,
    queryTimeout: given.query_timeout * 1000,
    poolLifetime: given.pool_lifetime,
  };
}
