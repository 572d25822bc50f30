import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { WebHandler } from './web-handler.ts';

/** The part of a restify server that we use, so that hosts without restify do not need its types. */
export interface RestifyServer {
  pre(handler: (request: IncomingMessage, response: ServerResponse, next: (stop?: unknown) => void) => void): unknown;
  readonly server: Server;
}

/** Runs before routing and before the host's plugins, so none of them sees a request of ours and no body parser reads it. */
export function mountOnRestify(server: RestifyServer, handler: WebHandler): void {
  server.pre((request, response, next) => {
    void handler(request, response).then((isAnswered) => (isAnswered ? next(false) : next()));
  });
}
