import type { IncomingMessage, ServerResponse } from 'node:http';
import { chooseSite } from '../flows/choose-site.ts';
import { type AuthorizationDescription, describeAuthorization } from '../flows/describe-authorization.ts';
import { proveGrantAgain } from '../flows/prove-grant.ts';
import { answerPage, answerSeeOther } from './answer.ts';
import { donePath } from './done-path.ts';
import { claimedForm, formToken, isFormToken } from './form-token.ts';
import { answerGone, answerUnavailable } from './message-pages.ts';
import { onlyValue, readForm } from './read-form.ts';
import { pathSegment } from './request-target.ts';
import { isSameOrigin } from './same-origin.ts';
import { chooseSiteView } from './views/choose-site.ts';
import { codeView } from './views/code.ts';
import { connectedView } from './views/connected.ts';
import { endedView } from './views/ended.ts';
import { workingView } from './views/working.ts';
import { type Handler, speakingAs, type WebContext } from './web-context.ts';

/** `GET /done/:id`: the result of an attempt, for the browser that claimed it. */
export const donePage: Handler = async (web, request, response) => {
  const browser = web.cookies.read(request);
  await proveGrantAgain(web.services, { authorizationId: pathSegment(request, 1), browser });
  const description = await describe(web, request);
  if (description.status === 'gone') return answerGone(web, response);
  answerPage(response, 200, render(speakingAs(web, description), request, { description }));
};

/** `POST /done/:id`: the person has chosen a site. */
export const chooseSiteOnPage: Handler = async (web, request, response) => {
  const form = await readForm(request);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerUnavailable(web, response, { status: 403 });
  const [authorizationId, browser] = [pathSegment(request, 1), web.cookies.read(request)];
  const browserSecret = browser.secretOf(authorizationId);
  const isOurs =
    browserSecret !== undefined &&
    isFormToken(web.formSecrets, claimedForm(authorizationId, browserSecret), onlyValue(form, 'form_token'));
  if (!isOurs) return answerUnavailable(web, response, { status: 403 });
  const siteId = onlyValue(form, 'site');
  if (siteId === undefined) return askAgain(web, request, response, { status: 422 });
  const outcome = await chooseSite(web.services, { authorizationId, browser, siteId });
  switch (outcome.status) {
    case 'landed':
      return answerSeeOther(response, ownPath(web, request));
    case 'unreachable':
      return askAgain(web, request, response, { status: 503 });
    case 'gone':
      return answerGone(web, response);
  }
};

/** The same page again. If nothing is left to choose, the page for the attempt's present state. */
async function askAgain(
  web: WebContext,
  request: IncomingMessage,
  response: ServerResponse,
  { status }: { readonly status: 422 | 503 },
): Promise<void> {
  const description = await describe(web, request);
  if (description.status === 'gone') return answerGone(web, response);
  if (description.status !== 'choose_site') return answerSeeOther(response, ownPath(web, request));
  const spoken = speakingAs(web, description);
  const { texts } = spoken.frame;
  const error =
    status === 422
      ? texts.siteMissing(spoken.frame.inWords(description.noun))
      : texts.unreachable(description.integrationName);
  answerPage(response, status, render(spoken, request, { description, error }));
}

function describe(web: WebContext, request: IncomingMessage): Promise<AuthorizationDescription> {
  const browser = web.cookies.read(request);
  return describeAuthorization(web.services, { authorizationId: pathSegment(request, 1), browser });
}

function render(
  web: WebContext,
  request: IncomingMessage,
  view: {
    readonly description: Exclude<AuthorizationDescription, { readonly status: 'gone' }>;
    readonly error?: string;
  },
): string {
  const { description, ...rest } = view;
  switch (description.status) {
    case 'code':
      return codeView(web.frame, { description, now: web.services.now(), url: ownPath(web, request) });
    case 'choose_site':
      return chooseSiteView(web.frame, {
        choice: description,
        action: ownPath(web, request),
        formToken: tokenOf(web, request),
        ...rest,
      });
    case 'connected':
      return connectedView(web.frame, description);
    case 'working':
      return workingView(web.frame, { ...description, url: ownPath(web, request) });
    case 'ended':
      return endedView(web.frame, description);
  }
}

function tokenOf(web: WebContext, request: IncomingMessage): string {
  const [authorizationId, [signingSecret = '']] = [pathSegment(request, 1), web.formSecrets];
  const browserSecret = web.cookies.read(request).secretOf(authorizationId) ?? '';
  return formToken(signingSecret, claimedForm(authorizationId, browserSecret));
}

function ownPath(web: WebContext, request: IncomingMessage): string {
  return donePath(web, { authorizationId: pathSegment(request, 1) });
}
