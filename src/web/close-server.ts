import type { Server } from 'node:http';

/** Node's own server, or a server that wraps one, such as restify's or fastify's. */
export type ClosableServer = Server | { readonly server: Server };

/** Milliseconds between two checks for idle connections. */
const LOOK = 50;

/**
 * Stops listening. Requests in progress still get their response, then their connections close. Idle connections close
 * immediately.
 *
 * @param patience milliseconds until the remaining connections are closed
 */
export async function closeServer(closable: ClosableServer, patience: number): Promise<void> {
  const server = 'server' in closable ? closable.server : closable;
  if (!server.listening) return closeOnceItListens(server);
  closing.add(server);
  server.prependListener('request', (_request, response) => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  });
  const closed = new Promise((resolve) => server.close(resolve));
  const looking = setInterval(() => server.closeIdleConnections(), LOOK);
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(looking);
  clearTimeout(late);
}

/** Servers that were closed here. Closing one twice does not affect it when it listens again. */
const closing = new WeakSet<Server>();

/** `listen` with a host name takes a moment; a process that is stopped in that moment would otherwise never end. */
function closeOnceItListens(server: Server): void {
  if (closing.has(server)) return;
  closing.add(server);
  server.once('listening', () => server.close());
}
