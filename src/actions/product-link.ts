import type { Api } from '../model/action.ts';
import { text } from '../model/json.ts';
import { isLoopbackHost } from '../model/loopback.ts';

/**
 * A link from a product's response if it leads to the product; otherwise empty. A response could send people anywhere, and people
 * trust what a bot says.
 *
 * @param hosts the product's websites: `github.com` stands for that host and its subdomains. The API's own origin is allowed too.
 */
export function productLink({ defaults }: Pick<Api, 'defaults'>, link: unknown, hosts: readonly string[]): string {
  const url = URL.parse(text(link));
  const own = URL.parse(defaults.baseURL ?? '');
  if (url === null || url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) return '';
  // a stand-in serves its pages on another port of this machine
  if (own !== null && (url.origin === own.origin || [url, own].every(isOnThisMachine))) return url.href;
  const leadsThere = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (url.port !== '' || !leadsThere) return '';
  // some products still send http links
  url.protocol = 'https:';
  return url.href;
}

function isOnThisMachine({ hostname }: URL): boolean {
  return isLoopbackHost(hostname);
}
