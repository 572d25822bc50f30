import { changePassword } from '../../flows/operator/change-password.ts';
import { endOperatorSessions } from '../../flows/operator/operator-sessions.ts';
import type { Operator } from '../../model/operator.ts';
import { answerPage } from '../answer.ts';
import type { FieldError } from '../views/field-row.ts';
import { answerNotFound } from './answers.ts';
import { newPasswordFaults } from './new-password.ts';
import { whereFrom } from './remembered-browser.ts';
import { accountView } from './views/account.ts';
import { frameOf } from './views/console-layout.ts';
import { changing, signedIn, type Visit } from './visit.ts';

/** `GET /console/account` */
export const accountPage = signedIn(async (visit) => answerAccount(visit, 200, visit.operator, {}));

/** `POST /console/account/password` */
export const changePasswordHere = changing(['current', 'password', 'repeat'], async (visit, form) => {
  const { web, request, session, operator } = visit;
  const { texts, services } = web;
  const [current, next, repeat] = [form.one('current') ?? '', form.one('password') ?? '', form.one('repeat') ?? ''];
  const again = (...errors: readonly FieldError[]) => answerAccount(visit, 422, operator, { errors });
  const faults = [
    ...(current === '' ? [{ text: texts.proofMissing, field: 'current' }] : []),
    ...newPasswordFaults(texts, { password: next, repeat, name: operator.name }),
  ];
  if (faults.length > 0 && operator.passwordHash !== undefined) return again(...faults);
  const outcome = await changePassword(services, {
    operatorId: operator.id,
    sessionId: session.id,
    current,
    next,
    ...whereFrom(web, request),
  });
  switch (outcome.status) {
    case 'changed':
      return answerAccount(visit, 200, outcome.operator, { notice: texts.passwordChanged });
    case 'refused':
      return again({ text: texts.proofWrong, field: 'current' });
    case 'wait':
      return again({ text: texts.signInWait(outcome.seconds), field: 'current' });
    case 'invalid_password':
      return again({ text: texts.passwordProblem(outcome.reason), field: 'password' });
    case 'no_password':
      return again({ text: texts.noPassword });
  }
});

/** `POST /console/account/sessions`: ends one of the developer's sessions, or all others. */
export const endSession = changing(['session'], async (visit, form) => {
  const { web, session, operator, response } = visit;
  const asked = form.text('session');
  const which = asked === 'others' ? { allBut: session.id } : { sessionId: asked };
  // the current session ends by signing out
  const ended =
    asked !== session.id && (await endOperatorSessions(web.services, { operatorId: operator.id, ...which }));
  if (!ended) return answerNotFound(web, response, visit);
  const now = (await web.services.vault.operators.byId(operator.id)) ?? operator;
  answerAccount(visit, 200, now, { notice: web.texts.sessionEnded });
});

function answerAccount(
  visit: Visit,
  status: number,
  operator: Operator,
  view: { readonly errors?: readonly FieldError[]; readonly notice?: string },
): void {
  const { web, session, response } = visit;
  const page = accountView(frameOf(web, visit), {
    operator,
    sessionId: session.id,
    formToken: session.formToken,
    ...view,
  });
  answerPage(response, status, page);
}
