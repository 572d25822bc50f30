import { ConfigurationError } from '../errors.ts';

/**
 * The address of a proxy that opens tunnels: `http://proxy.example:3128`, with a user name and password if it requires them.
 *
 * @throws ConfigurationError that quotes nothing of the address, which may contain a password
 */
export function readProxy(setting: string | undefined): URL | undefined {
  if (setting === undefined || setting === '') return undefined;
  const url = URL.parse(setting);
  const isWhole =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  if (url !== null && isWhole && isReadable(url)) return url;
  throw new ConfigurationError(
    'LATCHKEY_PROXY is not the address of a proxy: write http://HOST:PORT or https://USER:PASSWORD@HOST:PORT, without a path, and percent-encode special characters in the password',
  );
}

function isReadable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(`${username}${password}`).length >= 0;
  } catch {
    return false;
  }
}
