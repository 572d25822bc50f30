import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds within which the whole body of a request must arrive. Forms have at most 64 KiB. */
export const BODY_DEADLINE = 10_000;

/** Closes the connection of a client that sends too slowly, even if the response was sent before the body ended. */
export function limitBodyTime(
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
  refuse: () => void,
): void {
  const { headers, method, httpVersionMajor } = request;
  const isAnnounced = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  // a body of HTTP/2 needs no announcement (RFC 9113 section 8.1.1)
  if (!isAnnounced && !(httpVersionMajor > 1 && method === 'POST')) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    if (response.headersSent) request.destroy();
    else refuse();
  }, milliseconds);
  request.once('close', () => clearTimeout(timer));
}
