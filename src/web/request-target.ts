import type { IncomingMessage } from 'node:http';

/** Some routers parse host and target together. They throw on `[`, or treat a slash in the host as part of the path. */
export function isReadableHost({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^([\w.-]+|\[[\da-f:.]+\])?(:\d*)?$/i.test(host) && canParse(host);
}

/**
 * Says whether the request is for us. `odd`: the target is unreadable, or it reaches a path of ours in an unusual way
 * (another host's name, dot segments, backslashes), so proxies on the way may have read a different path. From a target of
 * ours the path of the public URL is removed, because some proxies strip it and others do not.
 */
export function takeTarget(
  request: IncomingMessage,
  site: { readonly publicUrl: { readonly base: string }; readonly isOurs: (path: string) => boolean },
): 'ours' | 'elsewhere' | 'odd' {
  const target = targetOf(request);
  if (target === null) return 'odd';
  const below = (path: string): string => {
    const { base } = site.publicUrl;
    const rest = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
    return site.isOurs(rest) ? rest : path;
  };
  const path = below(target.pathname);
  const written = below(request.url?.split(/[?#]/, 1)[0] ?? '');
  if (!site.isOurs(path) && !site.isOurs(written)) return 'elsewhere';
  if (path !== written) return 'odd';
  request.url = `${path}${target.search}`;
  return 'ours';
}

/** Not decoded, and without the path of the public URL. */
export function pathOf(request: IncomingMessage): string {
  return targetOf(request)?.pathname ?? '';
}

/** In `/connect/abc/credential`, `abc` is at 1. Empty if there is no such segment. */
export function pathSegment(request: IncomingMessage, at: number): string {
  return pathOf(request).split('/')[at + 1] ?? '';
}

/** All parameters as they were sent, including repeated ones. restify's parser would turn those into arrays and objects. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(targetOf(request)?.search);
}

/** Several checks of one request look at its target. */
const targets = new WeakMap<IncomingMessage, { readonly url: string; readonly target: URL | null }>();

/** Targets may be absolute (RFC 9112 section 3.2.2), and the host in them is not trusted. `//a/b` is a path, not a host. */
function targetOf(request: IncomingMessage): URL | null {
  const { url = '' } = request;
  const known = targets.get(request);
  if (known?.url === url) return known.target;
  const target = url.startsWith('/') ? URL.parse(`http://localhost${url}`) : URL.parse(url, 'http://localhost');
  targets.set(request, { url, target });
  return target;
}

function canParse(host: string): boolean {
  return host === '' || URL.canParse(`http://${host}/`);
}
