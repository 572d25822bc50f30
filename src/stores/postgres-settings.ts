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
  /** Where to listen for what other processes have done; undefined: nowhere. */
  readonly listenUrl: string | undefined;
}

/** Together below 10 seconds: so long does a person wait to hear that the database does not answer. */
const DEFAULTS = { pool_size: 10, connect_timeout: 3, query_timeout: 4, pool_lifetime: 1800 };
const NAMES = ['pool_size', 'connect_timeout', 'query_timeout', 'pool_lifetime'] as const;

/**
 * Reads `?pool_size=20&connect_timeout=3&query_timeout=4&pool_lifetime=1800`, times in seconds, and `listen=off` or
 * `listen=HOST:PORT`.
 *
 * @throws ConfigurationError for a number or a place that is none
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
  const listen = url?.searchParams.get('listen') ?? undefined;
  if (listen !== undefined) {
    url?.searchParams.delete('listen');
    stated = true;
  }
  const address = stated && url !== null ? url.href : setting;
  return {
    url: address,
    listenUrl: listenUrl(address, listen),
    poolSize: given.pool_size,
    connectTimeout: given.connect_timeout * 1000,
    queryTimeout: given.query_timeout * 1000,
    poolLifetime: given.pool_lifetime,
  };
}

/** @param listen behind a pooler that gives each transaction another session, the server itself */
function listenUrl(address: string, listen: string | undefined): string | undefined {
  if (listen === 'off') return undefined;
  const url = URL.parse(address);
  if (listen === undefined || url === null) return address;
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:/@]+):(\d{1,5})$/.exec(listen) ?? [];
  if (host === '')
    throw new ConfigurationError('LATCHKEY_STORE: listen must be off, or HOST:PORT of the PostgreSQL server itself');
  url.searchParams.delete('host');
  url.hostname = host;
  url.port = port;
  return url.href;
}
