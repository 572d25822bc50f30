import { claimLink } from '../flows/claim-link.ts';
import { TENANT_KEY } from '../model/connect-form.ts';
import { answerPage, answerSeeOther } from './answer.ts';
import { answerConnectPageAgain } from './connect-page.ts';
import { donePath } from './done-path.ts';
import { isFormToken, linkForm } from './form-token.ts';
import { answerGone, answerOtherBrowser, answerUnavailable } from './message-pages.ts';
import { assertCookieArrives } from './public-url.ts';
import { onlyValue, readForm } from './read-form.ts';
import { pathSegment } from './request-target.ts';
import { isSameOrigin } from './same-origin.ts';
import { FIELD_PREFIX } from './views/field-row.ts';
import { movingOnView } from './views/moving-on.ts';
import { type Handler, speakingAs } from './web-context.ts';

/** `POST /connect/:link`: binds the link to this browser and moves on. */
export const claim: Handler = async (web, request, response) => {
  const link = pathSegment(request, 1);
  const form = await readForm(request);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerUnavailable(web, response, { status: 403 });
  if (!isFormToken(web.formSecrets, linkForm(link), onlyValue(form, 'form_token'))) {
    return answerUnavailable(web, response, { status: 403 });
  }
  assertCookieArrives(request, web.publicUrl);
  const tenant = onlyValue(form, `${FIELD_PREFIX}${TENANT_KEY}`);
  const outcome = await claimLink(web.services, { link, browser: web.cookies.read(request), tenant });
  switch (outcome.status) {
    case 'redirect':
      web.cookies.keepSecret(request, response, outcome);
      return answerPage(response, 200, movingOnView(speakingAs(web, outcome).frame, outcome));
    case 'credential_form':
      web.cookies.keepSecret(request, response, outcome);
      return answerSeeOther(response, `${web.publicUrl.base}/connect/${link}/credential`);
    case 'invalid_tenant':
      return answerConnectPageAgain(web, request, response, { typed: tenant, problem: outcome.reason });
    case 'unknown_tenant':
      return answerConnectPageAgain(web, request, response, { typed: tenant, problem: 'unknown' });
    case 'landed':
      return answerSeeOther(response, donePath(web, outcome));
    case 'other_browser':
      return answerOtherBrowser(web, response);
    case 'gone':
      return answerGone(web, response);
  }
};
