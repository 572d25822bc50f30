import { clientAddress } from './client-address.ts';
import { answerTooMany } from './message-pages.ts';
import type { Handler, WebContext } from './web-context.ts';

/** Counts a request for its client network before anything else happens. Requests that want no page are counted separately. */
export function limited(kind: keyof WebContext['limits'], handler: Handler): Handler {
  return async (web, request, response) => {
    const limit = request.method === 'HEAD' ? 'look' : kind;
    const seconds = web.limits[limit].take(clientAddress(request, web.publicUrl.isHttps));
    if (seconds > 0) answerTooMany(web, response, seconds);
    else await handler(web, request, response);
  };
}
