import { isLoopbackHost } from './loopback.ts';

/** Why the URL cannot be used for links and redirect URIs. Undefined if it can. It may have a path and nothing else. */
export function publicUrlProblem(setting: string): string | undefined {
  const url = URL.parse(setting);
  if (url === null) return undefined;
  if (url.username !== '' || url.password !== '' || /[?#]/.test(setting)) {
    return 'LATCHKEY_PUBLIC_URL (publicUrl) has a user name, a query or a fragment: give only scheme, host, port and path, such as https://bot.example.com/helpdesk';
  }
  // a page's path that begins with two slashes is a host for browsers
  if (!/\/\/+[^/]/.test(url.pathname)) return undefined;
  return 'LATCHKEY_PUBLIC_URL (publicUrl) has two slashes in a row in its path: write one, as in https://bot.example.com/helpdesk';
}

/**
 * The URL that browsers and products see. Undefined if it has parts that `publicUrlProblem` does not allow, or if browsers would not
 * keep the pages' cookie because it is neither https nor loopback.
 */
export function usablePublicUrl(setting: string): URL | undefined {
  if (publicUrlProblem(setting) !== undefined) return undefined;
  const url = URL.parse(setting);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))) return url;
  return undefined;
}

/** The beginning of every link and redirect URI: host and port as browsers write them, without a slash at the end. */
export function writtenPublicUrl(setting: string): string | undefined {
  return usablePublicUrl(setting)?.href.replace(/\/+$/, '');
}
