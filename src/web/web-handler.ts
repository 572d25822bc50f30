import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Over Node's own request and response, so it fits every web server. True: the request was ours and is answered. False: it
 * is somebody else's and untouched; `next`, where there is one, has been called. Never rejects.
 */
export type WebHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => Promise<boolean>;
