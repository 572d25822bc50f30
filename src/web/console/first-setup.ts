import type { ServerResponse } from 'node:http';
import { operatorName } from '../../flows/operator/operator-name.ts';
import { isSetUpOpen, setUpOperator } from '../../flows/operator/set-up-operator.ts';
import { answerPage, answerSeeOther } from '../answer.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import type { FieldError } from '../views/field-row.ts';
import { anonymousForm, anonymousToken } from './anonymous.ts';
import { answerNotFound } from './answers.ts';
import { beginSession } from './begin-session.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';
import { newPasswordFaults } from './new-password.ts';
import { frameOf } from './views/console-layout.ts';
import { setupView } from './views/setup.ts';

const SETUP_FORM = 'setup';

/** `GET /console/setup`: exists only until the first account is created. */
export const setupPage: ConsoleHandler = async (web, request, response) => {
  if (!(await isSetUpOpen(web.services))) return answerNotFound(web, response);
  answerSetup(web, response, 200, { token: onlyValue(queryOf(request), 'token') ?? '', name: '' });
};

/** `POST /console/setup` */
export const setUp = anonymousForm(
  SETUP_FORM,
  ['token', 'name', 'password', 'repeat'],
  async (web, form, request, response) => {
    const { texts, services } = web;
    const [token, name] = [form.text('token'), form.text('name')];
    const [password, repeat] = [form.one('password') ?? '', form.one('repeat') ?? ''];
    if (!(await isSetUpOpen(services))) return answerNotFound(web, response);
    const again = (...errors: readonly FieldError[]) => answerSetup(web, response, 422, { token, name, errors });
    const faults = [
      ...(operatorName(name) === undefined ? [{ text: texts.nameProblem, field: 'name' }] : []),
      ...newPasswordFaults(texts, { password, repeat, name }),
    ];
    if (faults.length > 0) return again(...faults);
    const outcome = await setUpOperator(services, { token, name, password });
    switch (outcome.status) {
      case 'created':
        await beginSession(web, request, response, outcome.operator);
        return answerSeeOther(response, web.base);
      case 'refused':
        return again({ text: texts.setupTokenRefused, field: 'token' });
      case 'invalid_name':
        return again({ text: texts.nameProblem, field: 'name' });
      case 'invalid_password':
        return again({ text: texts.passwordProblem(outcome.reason), field: 'password' });
      case 'closed':
        return answerNotFound(web, response);
    }
  },
);

function answerSetup(
  web: ConsoleWeb,
  response: ServerResponse,
  status: number,
  view: { readonly token: string; readonly name: string; readonly errors?: readonly FieldError[] },
): void {
  const formToken = anonymousToken(web, SETUP_FORM);
  answerPage(response, status, setupView(frameOf(web), { ...view, formToken }));
}
