import type { IncomingMessage } from 'node:http';

/**
 * Returns why a request is refused; undefined if it is allowed. The chat trusts every caller, so it serves only programs and pages
 * on this machine:
 * - the connection and the requested host name are loopback (a foreign name that resolves to 127.0.0.1 is DNS rebinding);
 * - it was not forwarded from outside (a tunnel rewrites Host, but adds a forwarding header);
 * - if a page sent it, it is our own page.
 */
export function whyRefused(req: IncomingMessage): string | undefined {
  return CHECKS.find((check) => !check.passes(req))?.refusal;
}

type Check = { readonly refusal: string; readonly passes: (req: IncomingMessage) => boolean };

const CHECKS: readonly Check[] = [
  {
    refusal: 'The local chat answers this machine only.',
    passes: (req) => isLoopbackAddress(req.socket.remoteAddress),
  },
  {
    refusal: 'The local chat answers to a loopback host name only.',
    passes: (req) => isLoopbackHost(req.headers.host),
  },
  { refusal: 'The local chat is not to be reached through a proxy or tunnel.', passes: (req) => !isForwarded(req) },
  { refusal: 'The local chat answers its own page only.', passes: isOwnPageOrNone },
];

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'] as const;

function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(?:::ffff:)?127\.|^::1$/.test(address);
}

function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);
}

function isForwarded(req: IncomingMessage): boolean {
  return FORWARDING_HEADERS.some((name) => req.headers[name] !== undefined);
}

/** Programs send neither header; browsers send `Origin` with requests that may change something, and always `Sec-Fetch-Site`. */
function isOwnPageOrNone(req: IncomingMessage): boolean {
  const { origin, host } = req.headers;
  if (origin !== undefined) return origin === `http://${host}`;
  if (req.headers['sec-fetch-mode'] === 'navigate') return true;
  return ['same-origin', 'none', undefined].includes(one(req.headers['sec-fetch-site']));
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
