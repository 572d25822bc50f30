import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { WebHandler } from './web-handler.ts';

/** As much of a restify server as we use, so that nobody needs its types who has no restify. */
export interface RestifyServer {
  pre(handler: (request: IncomingMessage, response: ServerResponse, next: (stop?: unknown) => void) => void): unknown;
  readonly server: Server;
}

/** Before routing and before the host's plugins: none of them sees a request of ours, and no body parser reads it. */
export function mountOnRestify(server: RestifyServer, handler: WebHandler): void {
  server.pre((request, response, next) => {
    void handler(request, response).then((isAnswered) => (isAnswered ? next(false) : next()));
  });
}
