import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Takes Node's own request and response, so it fits every web server. Resolves to true if Latchkey handled the request.
 * Otherwise it leaves the request untouched, calls `next` if there is one, and resolves to false. Never rejects.
 */
export type WebHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => Promise<boolean>;
