import { completeCallback } from '../flows/complete-callback.ts';
import { answerSeeOther } from './answer.ts';
import { answerOtherBrowser, answerUnavailable } from './message-pages.ts';
import { pathSegment, queryOf } from './request-target.ts';
import type { Handler } from './web-context.ts';

/** `GET /oauth/callback/:integration`. Goes on to a clean address: codes leave the URL (RFC 6749 section 3.1.2.5). */
export const callback: Handler = async (web, request, response) => {
  const session = await web.sessions.read(request, response);
  const outcome = await completeCallback(web.services, {
    integration: pathSegment(request, 2),
    params: queryOf(request),
    browserSecret: session?.browserSecret,
  });
  switch (outcome.status) {
    case 'landed':
      return answerSeeOther(response, `${web.publicUrl.base}/done/${outcome.authorizationId}`);
    case 'other_browser':
      return answerOtherBrowser(web, response);
    case 'unavailable':
      return answerUnavailable(web, response, { status: 400 });
  }
};
