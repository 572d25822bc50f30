import type { ServerResponse } from 'node:http';
import { endOperatorSessions } from '../../flows/operator/operator-sessions.ts';
import { isSetUpOpen } from '../../flows/operator/set-up-operator.ts';
import { signIn } from '../../flows/operator/sign-in.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { anonymousForm, anonymousToken } from './anonymous.ts';
import { answerMessage } from './answers.ts';
import { beginSession } from './begin-session.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';
import { whereFrom } from './remembered-browser.ts';
import { frameOf } from './views/console-layout.ts';
import { signInView } from './views/sign-in.ts';
import { changing } from './visit.ts';

/** Signing in with a password and with OpenID are on the same page and share its form token. */
export const SIGN_IN_FORM = 'sign-in';

/** `GET /console/sign-in` */
export const signInPage: ConsoleHandler = async (web, request, response) => {
  if (web.openId === undefined && (await isSetUpOpen(web.services))) {
    return answerMessage(web, response, 200, web.texts.notSetUp);
  }
  const isOut = onlyValue(queryOf(request), SIGNED_OUT) !== undefined;
  answerSignIn(web, response, 200, isOut ? { notice: web.texts.signedOutNow } : {});
};

/** In the address after signing out. */
const SIGNED_OUT = 'signed-out';

/** `POST /console/sign-in`. Sends the same response for a wrong name and for a wrong password. */
export const signInHere = anonymousForm(SIGN_IN_FORM, ['name', 'password'], async (web, form, request, response) => {
  const name = form.text('name');
  const outcome = await signIn(web.services, {
    ...whereFrom(web, request),
    name,
    password: form.one('password') ?? '',
  });
  if (outcome.status === 'wait') {
    response.setHeader('Retry-After', outcome.seconds);
    const error = { text: web.texts.signInWait(outcome.seconds) };
    return answerSignIn(web, response, 429, { name, error });
  }
  const isIn = outcome.status === 'signed_in' && (await beginSession(web, request, response, outcome.operator));
  if (isIn) answerSeeOther(response, web.base);
  else answerSignIn(web, response, 422, { name, error: { text: web.texts.signInRefused } });
});

/** `POST /console/sign-out` */
export const signOut = changing([], async (visit) => {
  const { web, request, response, session } = visit;
  await endOperatorSessions(web.services, { operatorId: session.operatorId, sessionId: session.id });
  await web.sessions.end(request, response);
  answerSeeOther(response, `${web.base}/sign-in?${SIGNED_OUT}`);
});

export function answerSignIn(
  web: ConsoleWeb,
  response: ServerResponse,
  status: number,
  view: { readonly name?: string; readonly error?: FieldError; readonly notice?: string },
): void {
  const page = signInView(frameOf(web), {
    formToken: anonymousToken(web, SIGN_IN_FORM),
    name: view.name ?? '',
    errors: view.error === undefined ? [] : [view.error],
    notice: view.notice,
    byPassword: true,
    byOpenId: web.openId !== undefined,
  });
  answerPage(response, status, page);
}
