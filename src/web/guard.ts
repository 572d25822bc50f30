import type { Next, Request, RequestHandler, Response } from 'restify';
import { isOurs, METHODS } from './doors.ts';
import { answerUnavailable } from './message-pages.ts';
import { refusalOf } from './refuse-request.ts';
import { pathOf } from './request-target.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebContext } from './web-context.ts';

/**
 * For `server.pre`: before routing, and before the host's body parser. Also what restify or a plugin of the host answers
 * by itself below our paths has our headers then. Other paths pass untouched.
 */
export function guard(web: WebContext): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (!isOurs(pathOf(request))) {
      next();
      return;
    }
    setSecurityHeaders(response, web.publicUrl);
    const isKnown = METHODS.some((method) => method === request.method);
    const refusal = isKnown ? refusalOf(request) : ({ status: 405, allow: METHODS.join(', ') } as const);
    if (refusal === undefined) {
      next();
      return;
    }
    answerUnavailable(web, response, refusal);
    next(false);
  };
}
