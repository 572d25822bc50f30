import { completeCallback } from '../flows/complete-callback.ts';
import { answerSeeOther } from './answer.ts';
import { donePath } from './done-path.ts';
import { answerUnavailable } from './message-pages.ts';
import { answerReturned } from './new-link-page.ts';
import { pathSegment, queryOf } from './request-target.ts';
import type { Handler } from './web-context.ts';

/** `GET /oauth/callback/:integration`. Redirects to an address without the code (RFC 6749 section 3.1.2.5). */
export const callback: Handler = async (web, request, response) => {
  const outcome = await completeCallback(web.services, {
    integration: pathSegment(request, 2),
    params: queryOf(request),
    browser: web.cookies.read(request),
  });
  switch (outcome.status) {
    case 'landed':
      return answerSeeOther(response, donePath(web, outcome));
    case 'other_browser':
      return answerReturned(web, response, outcome);
    case 'unavailable':
      return answerUnavailable(web, response, { status: 400 });
  }
};
