import { answerUnavailable } from './message-pages.ts';
import { pathOf } from './request-target.ts';
import { methodsAt } from './routes.ts';
import type { Handler } from './web-context.ts';

/** Paths below ours that no route has, and methods that a route does not take. */
export const notHere: Handler = async (web, request, response) => {
  const allowed = methodsAt(pathOf(request));
  if (allowed.length === 0) answerUnavailable(web, response, { status: 404 });
  else answerUnavailable(web, response, { status: 405, allow: allowed.join(', ') });
};
