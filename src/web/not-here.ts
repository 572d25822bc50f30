import { answerUnavailable } from './message-pages.ts';
import { pathOf } from './request-target.ts';
import { methodsAt } from './routes.ts';
import type { Handler } from './web-context.ts';

/** Paths below ours without a route, and methods that a route does not support. */
export const notHere: Handler = async (web, request, response) => {
  const allowed = methodsAt(pathOf(request));
  if (allowed.length === 0) answerUnavailable(web, response, { status: 404 });
  else answerUnavailable(web, response, { status: 405, allow: allowed.join(', ') });
};
