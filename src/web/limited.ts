import { clientAddress } from './client-address.ts';
import { answerTooMany } from './message-pages.ts';
import type { Handler, WebContext } from './web-context.ts';

/** Counts requests per client network before anything else is done (security.md R53); those that want no page apart from the others. */
export function limited(kind: keyof WebContext['limits'], handler: Handler): Handler {
  return async (web, request, response) => {
    const limit = request.method === 'HEAD' ? 'look' : kind;
    const seconds = web.limits[limit].take(clientAddress(request, web.publicUrl.isHttps));
    if (seconds > 0) answerTooMany(web, response, seconds);
    else await handler(web, request, response);
  };
}
