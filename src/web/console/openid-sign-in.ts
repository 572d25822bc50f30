import type { IncomingMessage, ServerResponse } from 'node:http';
import { beginOpenIdSignIn, completeOpenIdSignIn, type OpenIdOutcome } from '../../flows/operator/sign-in-openid.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { html } from '../html.ts';
import { assertCookieArrives } from '../public-url.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import { anonymousForm } from './anonymous.ts';
import { answerNotFound } from './answers.ts';
import { beginSession } from './begin-session.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';
import { answerSignIn, SIGN_IN_FORM } from './sign-in-page.ts';
import { consoleLayout, formToken, frameOf } from './views/console-layout.ts';
import { movingOnView } from './views/moving-on.ts';
import { changing, signedIn } from './visit.ts';

/** `POST /console/openid` */
export const beginOpenId = anonymousForm(SIGN_IN_FORM, [], async (web, _form, request, response) => {
  await sendAway(web, request, response, {});
});

/** `GET /console/prove`: operators without a password prove their identity here before changes that cannot be undone. */
export const provePage = signedIn(async (visit) => {
  const { web, request, response, session } = visit;
  if (web.openId === undefined) return answerNotFound(web, response, visit);
  const { texts, base } = web;
  const to = returnPath(onlyValue(queryOf(request), 'to'));
  const body = html`<h1>${texts.proofTitle}</h1>
<p class="lead">${texts.proofLead}</p>
<form method="post" action="${base}/prove">${formToken(session.formToken)}<input type="hidden" name="to" value="${to}">
<button type="submit">${texts.openIdAction}</button></form>`;
  answerPage(response, 200, consoleLayout(frameOf(web, visit), { title: texts.proofTitle, body }));
});

/** `POST /console/prove` */
export const proveByOpenId = changing(['to'], async ({ web, request, response }, form) => {
  await sendAway(web, request, response, { maxAge: 0, returnTo: returnPath(form.text('to')) });
});

/** `GET /console/openid/callback` */
export const finishOpenId: ConsoleHandler = async (web, request, response) => {
  const kept = await web.sessions.takePending(request, response);
  if (web.openId === undefined) return answerNotFound(web, response);
  if (kept === undefined) return answerSignIn(web, response, 400, { error: { text: web.texts.openIdFailed } });
  const params = queryOf(request);
  const { pending, returnTo } = kept;
  const outcome = await completeOpenIdSignIn(web.services, web.openId, {
    params,
    redirectUri: redirectUri(web),
    pending,
  });
  if (outcome.status !== 'signed_in') {
    return answerSignIn(web, response, 403, { error: { text: inWords(web, outcome) } });
  }
  const present = await web.sessions.read(request, response);
  if (returnTo !== undefined && present?.operatorId === outcome.operator.id) {
    await web.sessions.prove(request, response);
    return answerSeeOther(response, `${web.base}${returnTo}`);
  }
  // another developer removed the account at this moment
  const isIn = await beginSession(web, request, response, outcome.operator);
  if (isIn) answerSeeOther(response, web.base);
  else answerSignIn(web, response, 403, { error: { text: web.texts.openIdFailed } });
};

async function sendAway(
  web: ConsoleWeb,
  request: IncomingMessage,
  response: ServerResponse,
  options: { readonly maxAge?: number; readonly returnTo?: string },
): Promise<void> {
  if (web.openId === undefined) return answerNotFound(web, response);
  assertCookieArrives(request, web.publicUrl);
  const { maxAge, returnTo } = options;
  const begun = await beginOpenIdSignIn(web.services, web.openId, {
    redirectUri: redirectUri(web),
    ...(maxAge === undefined ? {} : { maxAge }),
  });
  if (begun.status !== 'redirect') {
    return answerSignIn(web, response, 503, { error: { text: inWords(web, begun) } });
  }
  await web.sessions.keepPending(request, response, {
    pending: begun.pending,
    ...(returnTo === undefined ? {} : { returnTo }),
  });
  const { openIdMoving, openIdMovingAction: action } = web.texts;
  answerPage(response, 200, movingOnView(frameOf(web), { ...openIdMoving, action, url: begun.url }));
}

function redirectUri(web: ConsoleWeb): string {
  return `${web.publicUrl.origin}${web.base}/openid/callback`;
}

/** Always a path below the console. */
function returnPath(given: string | undefined): string {
  return given !== undefined && /^(?:\/[\w-]+)*$/.test(given) ? given : '';
}

function inWords({ texts }: ConsoleWeb, outcome: Exclude<OpenIdOutcome, { status: 'signed_in' }>): string {
  switch (outcome.status) {
    case 'cancelled':
      return texts.openIdCancelled;
    case 'not_allowed':
      return texts.openIdRefused;
    case 'unreachable':
      return texts.openIdUnreachable;
    case 'misconfigured':
      return texts.openIdMisconfigured(outcome.error);
    case 'refused':
      return texts.openIdFailed;
  }
}
