import http from 'node:http';
import https from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { withoutRequest } from './without-request.ts';

/** Milliseconds that a proxy has to open a tunnel. */
const PATIENCE = 10_000;

/**
 * Connections to products through an HTTP proxy: a tunnel for each (RFC 9110 section 9.3.6), and TLS with the product inside of
 * it, so that the proxy sees a host name and a port, and no path, header or body.
 */
export class ConnectAgent extends https.Agent {
  readonly #proxy: URL;

  constructor(proxy: URL, options: https.AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(
    options: tls.ConnectionOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const done = callback ?? (() => {});
    withoutRequest(options);
    openTunnel(this.#proxy, authorityOf(options)).then(
      (socket) => done(null, tls.connect({ ...options, socket })),
      // with an error the second value is not looked at
      (error: Error) => Reflect.apply(done, undefined, [error]),
    );
    return undefined;
  }
}

function authorityOf({ host = '', port = 443 }: tls.ConnectionOptions): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function openTunnel(proxy: URL, authority: string): Promise<Duplex> {
  const { promise, resolve, reject } = deferred<Duplex>();
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
  request.once('connect', ({ statusCode = 0 }, socket) => {
    if (statusCode >= 200 && statusCode < 300) return resolve(socket);
    socket.destroy();
    reject(new ProxyError(`PROXY_${statusCode}`));
  });
  // a proxy that answers without a tunnel does not say so with an event of its own
  request.once('response', ({ statusCode = 0 }) => reject(new ProxyError(`PROXY_${statusCode}`)));
  request.once('error', (error: NodeJS.ErrnoException) => reject(new ProxyError(`PROXY_${error.code ?? 'FAILED'}`)));
  request.end();
  return promise;
}

/** Its message and code go to the log, so they hold nothing of the proxy's address. */
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

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
