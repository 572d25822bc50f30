import { clientAddress } from './client-address.ts';
import { answerTooMany } from './message-pages.ts';
import type { Handler, WebContext } from './web-context.ts';

/** Counts requests per client address before anything else is done (security.md R53). */
export function limited(kind: keyof WebContext['limits'], handler: Handler): Handler {
  return async (web, request, response) => {
    const seconds = web.limits[kind].take(clientAddress(request, web.publicUrl.isHttps));
    if (seconds > 0) answerTooMany(web, response, seconds);
    else await handler(web, request, response);
  };
}
