import type { Api } from '../model/action.ts';
import { text } from '../model/json.ts';
import { isLoopbackHost } from '../model/loopback.ts';

/**
 * A link out of a product's answer, where it leads to the product; else empty. Whoever answers could send people anywhere, and what
 * a bot says is believed.
 *
 * @param hosts the product's hosts for people: `github.com` is that host and those below it. Where the API itself is, is one too.
 */
export function productLink({ defaults }: Pick<Api, 'defaults'>, link: unknown, hosts: readonly string[]): string {
  const url = URL.parse(text(link));
  const own = URL.parse(defaults.baseURL ?? '');
  if (url === null || url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) return '';
  // a stand-in has its pages on another port of this machine
  if (own !== null && (url.origin === own.origin || [url, own].every(isOnThisMachine))) return url.href;
  const leadsThere = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (url.port !== '' || !leadsThere) return '';
  // some products still write it as it was years ago
  url.protocol = 'https:';
  return url.href;
}

function isOnThisMachine({ hostname }: URL): boolean {
  return isLoopbackHost(hostname);
}
