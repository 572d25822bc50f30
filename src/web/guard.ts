import type { Next, Request, RequestHandler, Response } from 'restify';
import { isOurs } from './doors.ts';
import { answerUnavailable } from './message-pages.ts';
import { refusalOf } from './refuse-request.ts';
import { isReadableTarget, pathOf } from './request-target.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebContext } from './web-context.ts';

/**
 * For `server.pre`: before routing, and before the host's body parser. Also what restify or a plugin of the host answers
 * by itself below our paths has our headers then. Other paths pass untouched, if they can be read at all.
 */
export function guard(web: WebContext): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (isReadableTarget(request) && !isOurs(pathOf(request))) {
      next();
      return;
    }
    setSecurityHeaders(response, web.publicUrl);
    const refusal = refusalOf(request);
    if (refusal === undefined) {
      next();
      return;
    }
    answerUnavailable(web, response, refusal);
    next(false);
  };
}
