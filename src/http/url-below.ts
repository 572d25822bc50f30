import { HostRefusedError } from '../errors.ts';
import { hasDotSegment } from '../model/dot-segment.ts';

/**
 * Joins an action's path to its base URL, and makes sure that the result stays below it: refuses an absolute address,
 * `//host`, a backslash, a control character and a dot segment in any encoding.
 *
 * @param path relative to the base URL, perhaps with a query
 * @throws HostRefusedError
 */
export function urlBelow(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl);
  const url = URL.parse(baseUrl.replace(/\/+$/, '') + checked(path));
  const floor = base.pathname.replace(/\/+$/, '');
  if (url === null || url.origin !== base.origin || url.username !== '' || url.password !== '') throw refusal();
  if (url.pathname !== floor && !url.pathname.startsWith(`${floor}/`)) throw refusal();
  // setting it parses the address again
  if (url.hash !== '') url.hash = '';
  return url;
}

function checked(path: string): string {
  const rooted = path === '' || path.startsWith('/') || path.startsWith('?') ? path : `/${path}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || rooted.startsWith('//') || FORBIDDEN.test(rooted)) throw refusal();
  const [bare = ''] = rooted.split(/[?#]/, 1);
  if (hasDotSegment(bare)) throw refusal();
  return rooted;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it forbids them
const FORBIDDEN = /[\x00-\x1f\x7f\\]/;

function refusal(): HostRefusedError {
  return new HostRefusedError('an action may only call addresses below its base URL');
}
