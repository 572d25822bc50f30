import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** Milliseconds that a proxy has to open a tunnel. */
const PATIENCE = 10_000;

/**
 * Opens a tunnel through an HTTP proxy (RFC 9110 section 9.3.6). TLS with the product runs inside it, so the proxy sees a host
 * name and a port, but no path, header or body.
 *
 * @param authority `host:port`, an IPv6 address in brackets
 * @throws ProxyError
 */
export function openTunnel(proxy: URL, authority: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const client = proxy.protocol === 'https:' ? https : http;
    const request = client.request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : proxy.port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...credentialsOf(proxy) },
      agent: false,
      signal: AbortSignal.timeout(PATIENCE),
    });
    request.once('connect', ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(new ProxyError(`PROXY_${statusCode}`));
    });
    // for a proxy that responds without opening a tunnel
    request.once('response', ({ statusCode = 0 }) => reject(new ProxyError(`PROXY_${statusCode}`)));
    request.once('error', (error: NodeJS.ErrnoException) => reject(new ProxyError(`PROXY_${error.code ?? 'FAILED'}`)));
    request.end();
  });
}

/** Its message and code go to the log, so they contain nothing of the proxy's address. */
class ProxyError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function credentialsOf({ username, password }: URL): http.OutgoingHttpHeaders {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
