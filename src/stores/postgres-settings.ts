import { ConfigurationError } from '../errors.ts';

/** Options in the address of a PostgreSQL store that the driver does not know. */
export interface PostgresSettings {
  /** The address without these options. */
  readonly url: string;
  /** The most connections of this process. */
  readonly poolSize: number;
  /** Milliseconds to wait for a connection. */
  readonly connectTimeout: number;
  /** Milliseconds to wait for a response. */
  readonly queryTimeout: number;
  /** Seconds after which a connection is replaced. */
  readonly poolLifetime: number;
  /** The server to listen on for signals. Undefined: do not listen. */
  readonly listenUrl: string | undefined;
}

/** Together less than 10 seconds, which is how long a person waits to learn that the database does not respond. */
const DEFAULTS = { pool_size: 10, connect_timeout: 3, query_timeout: 4, pool_lifetime: 1800 };
const NAMES = ['pool_size', 'connect_timeout', 'query_timeout', 'pool_lifetime'] as const;

/**
 * Reads `?pool_size=20&connect_timeout=3&query_timeout=4&pool_lifetime=1800`, times in seconds, and `listen=off` or
 * `listen=HOST:PORT`.
 *
 * @throws ConfigurationError for an invalid number or host, and for a name that is nearly one of these
 */
export function readPostgresSettings(setting: string): PostgresSettings {
  const url = URL.parse(setting);
  const given = { ...DEFAULTS };
  let stated = false;
  for (const name of url?.searchParams.keys() ?? []) {
    const meant = [...NAMES, 'listen'].find((known) => known !== name && lettersOf(known) === lettersOf(name));
    if (meant !== undefined) throw new ConfigurationError(`LATCHKEY_STORE: ${name} must be written ${meant}`);
  }
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

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** @param listen the server itself, if a pooler gives each transaction another session */
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
