import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds in which the whole body of a request must be here; forms have 64 KiB at most. */
export const BODY_DEADLINE = 10_000;

/** Closes the connection of who sends too slowly, also where the answer was given without reading on. */
export function limitBodyTime(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
  refuse: () => void,
): void {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.socket.destroy();
    else refuse();
  }, milliseconds);
  request.once('close', () => clearTimeout(timer));
}
