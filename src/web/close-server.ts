import type { Server } from 'node:http';

/** Node's own server, or one that has it, like restify's or fastify's. */
export type ClosableServer = Server | { readonly server: Server };

/** Milliseconds between two looks for connections that are kept alive and do nothing. */
const LOOK = 50;

/**
 * Stops listening. Requests in progress get their response, and their connections end with it; idle connections end at
 * once.
 *
 * @param patience milliseconds until all remaining connections are closed
 */
export async function closeServer(closable: ClosableServer, patience: number): Promise<void> {
  const server = 'server' in closable ? closable.server : closable;
  if (!server.listening) return;
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
