import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CredentialFormDescription, describeCredentialForm } from '../flows/describe-credential-form.ts';
import { submitCredentialOnPage } from '../flows/submit-credential.ts';
import { answerPage, answerSeeOther } from './answer.ts';
import type { BrowserSession } from './browser-session.ts';
import { isSameToken } from './form-token.ts';
import { answerGone, answerOtherBrowser, answerUnavailable } from './message-pages.ts';
import { onlyValue, readForm } from './read-form.ts';
import { pathSegment } from './request-target.ts';
import { isSameOrigin } from './same-origin.ts';
import { type CredentialFormView, credentialFormView } from './views/credential-form.ts';
import { endedView } from './views/ended.ts';
import { FIELD_PREFIX, fieldError } from './views/field-row.ts';
import type { Handler, WebContext } from './web-context.ts';

type Form = Extract<CredentialFormDescription, { readonly status: 'form' }>;

/** `GET /connect/:link/credential`, for the browser that claimed the link. */
export const credentialForm: Handler = async (web, request, response) => {
  const session = await web.sessions.read(request, response);
  const form = await describeForm(web, request, session);
  if (form.status !== 'form' || session === undefined) return refuse(web, response, form);
  answerPage(response, 200, render(web, request, { form, formToken: session.formToken, values: {} }));
};

/** `POST /connect/:link/credential`. What does not work comes back as the form, with what was typed except secrets. */
export const submitCredentialForm: Handler = async (web, request, response) => {
  const typed = await readForm(request);
  const session = await web.sessions.read(request, response);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerUnavailable(web, response, { status: 403 });
  if (session === undefined || !isSameToken(session.formToken, onlyValue(typed, 'form_token'))) {
    return answerUnavailable(web, response, { status: 403 });
  }
  const form = await describeForm(web, request, session);
  if (form.status !== 'form') return refuse(web, response, form);

  const values = valuesOf(form, typed);
  const { browserSecret, formToken } = session;
  const outcome = await submitCredentialOnPage(web.services, { link: pathSegment(request, 1), browserSecret, values });
  const again = (status: number, error: NonNullable<CredentialFormView['error']>) =>
    answerPage(response, status, render(web, request, { form, formToken, values, error }));
  const { texts } = web.frame;
  switch (outcome.status) {
    case 'landed':
      return answerSeeOther(response, `${web.publicUrl.base}/done/${outcome.authorizationId}`);
    case 'invalid':
      return again(422, fieldError(texts, outcome.field, outcome.reason));
    case 'refused':
      if (outcome.triesLeft > 0) return again(422, { text: texts.keyRefused(form.integrationName, outcome.triesLeft) });
      return answerPage(response, 200, endedView(web.frame, { ...form, why: 'wrong_credentials' }));
    case 'unreachable':
      return again(503, { text: texts.unreachable(form.integrationName) });
    default:
      return refuse(web, response, outcome);
  }
};

function describeForm(
  web: WebContext,
  request: IncomingMessage,
  session: BrowserSession | undefined,
): Promise<CredentialFormDescription> {
  return describeCredentialForm(web.services, {
    link: pathSegment(request, 1),
    browserSecret: session?.browserSecret,
  });
}

function refuse(web: WebContext, response: ServerResponse, { status }: { readonly status: string }): void {
  if (status === 'gone') answerGone(web, response);
  else answerOtherBrowser(web, response);
}

function render(web: WebContext, request: IncomingMessage, view: Omit<CredentialFormView, 'action'>): string {
  const action = `${web.publicUrl.base}/connect/${pathSegment(request, 1)}/credential`;
  return credentialFormView(web.frame, { ...view, action });
}

/** Of the fields that were asked for; one that came twice counts as not given. */
function valuesOf(form: Form, typed: URLSearchParams): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { key } of form.fields) {
    const value = onlyValue(typed, `${FIELD_PREFIX}${key}`);
    if (value !== undefined) values[key] = value;
  }
  return values;
}
