import type { Next, Request, RequestHandler, Response } from 'restify';
import type { PublicUrl } from './public-url.ts';
import { type Refusal, refusalOf } from './refuse-request.ts';
import { isReadableTarget, pathOf } from './request-target.ts';
import { setSecurityHeaders } from './security-headers.ts';

export interface GuardOptions {
  readonly publicUrl: PublicUrl;
  readonly isOurs: (path: string) => boolean;
  readonly refuse: (response: Response, refusal: Refusal) => void;
}

/**
 * For `server.pre`: before routing, and before the host's body parser. Also what restify or a plugin of the host answers
 * by itself below our paths has our headers then. Other paths pass untouched, if they can be read at all: of a target that
 * cannot, restify dies.
 */
export function guard({ publicUrl, isOurs, refuse }: GuardOptions): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (isReadableTarget(request) && !isOurs(pathOf(request))) {
      next();
      return;
    }
    setSecurityHeaders(response, publicUrl);
    const refusal = refusalOf(request);
    if (refusal === undefined) {
      next();
      return;
    }
    refuse(response, refusal);
    next(false);
  };
}
