import type { IncomingMessage } from 'node:http';

/** Routers that read the host together with the target die of `[`, or take a slash in it for a part of the path. */
export function isReadableHost({ headers: { host = '' } }: IncomingMessage): boolean {
  return /^([\w.-]+|\[[\da-f:.]+\])?(:\d{1,5})?$/i.test(host) && canParse(host);
}

/**
 * Whose is the target? `odd`: it cannot be read, or means a path of ours and does not say it plainly (another host's name,
 * dot segments, backslashes), so that others on the way may have read another path. A target of ours loses the path of the
 * public URL, which proxies either strip or pass on.
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

/** Nothing decoded, and without the path of the public URL. */
export function pathOf(request: IncomingMessage): string {
  return targetOf(request)?.pathname ?? '';
}

/** `/connect/abc/credential` has `abc` at 1. Empty where there is none. */
export function pathSegment(request: IncomingMessage, at: number): string {
  return pathOf(request).split('/')[at + 1] ?? '';
}

/** All parameters as they were sent, also repeated ones: restify's parser would make arrays and objects of them. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(targetOf(request)?.search);
}

/** Targets may be absolute (RFC 9112 section 3.2.2); the host in them is not believed. `//a/b` is a path, not a host. */
function targetOf({ url = '' }: IncomingMessage): URL | null {
  return url.startsWith('/') ? URL.parse(`http://localhost${url}`) : URL.parse(url, 'http://localhost');
}

function canParse(host: string): boolean {
  return host === '' || URL.canParse(`http://${host}/`);
}
