import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser } from '../flows/claiming-browser.ts';
import { type CredentialFormDescription, describeCredentialForm } from '../flows/describe-credential-form.ts';
import { type PageSubmission, submitCredentialOnPage } from '../flows/submit-credential.ts';
import { faultsInWords } from '../model/field-in-words.ts';
import { answerPage, answerSeeOther } from './answer.ts';
import { donePath } from './done-path.ts';
import { claimedForm, formToken, isFormToken } from './form-token.ts';
import { answerGone, answerInUse, answerOtherBrowser, answerUnavailable } from './message-pages.ts';
import { onlyValue, readForm } from './read-form.ts';
import { pathSegment } from './request-target.ts';
import { isSameOrigin } from './same-origin.ts';
import { type CredentialFormView, credentialFormView } from './views/credential-form.ts';
import { endedView } from './views/ended.ts';
import { FIELD_PREFIX, type FieldError, fieldErrors } from './views/field-row.ts';
import { type Handler, speakingAs, type WebContext } from './web-context.ts';

type Form = Extract<CredentialFormDescription, { readonly status: 'form' }>;

/** `GET /connect/:link/credential`, for the browser that claimed the link. */
export const credentialForm: Handler = async (web, request, response) => {
  const browser = web.cookies.read(request);
  const form = await describeCredentialForm(web.services, { link: pathSegment(request, 1), browser });
  switch (form.status) {
    case 'form':
      return answerPage(
        response,
        200,
        render(speakingAs(web, form), request, { form, formToken: tokenOf(web, browser, form), values: {} }),
      );
    case 'landed':
      return answerSeeOther(response, donePath(web, form));
    case 'other_browser':
      return answerInUse(web, response);
    case 'gone':
      return answerGone(web, response);
  }
};

/** `POST /connect/:link/credential`. If the entry is refused, shows the form again with what was typed, without secrets. */
export const submitCredentialForm: Handler = async (web, request, response) => {
  const typed = await readForm(request);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerUnavailable(web, response, { status: 403 });
  const [link, browser] = [pathSegment(request, 1), web.cookies.read(request)];
  const form = await describeCredentialForm(web.services, { link, browser });
  if (form.status !== 'form') {
    // ignores what was typed, but another browser's attempt has consequences
    const refused = await submitCredentialOnPage(web.services, { link, browser, values: {} });
    return refuse(web, response, refused);
  }
  if (!isTokenOf(web, browser, form, onlyValue(typed, 'form_token'))) {
    return answerUnavailable(web, response, { status: 403 });
  }
  const values = valuesOf(form, typed);
  const formToken = tokenOf(web, browser, form);
  const outcome = await submitCredentialOnPage(web.services, { link, browser, values });
  const spoken = speakingAs(web, form);
  const again = (status: number, ...errors: readonly FieldError[]) =>
    answerPage(response, status, render(spoken, request, { form, formToken, values, errors }));
  const { texts, inWords } = spoken.frame;
  switch (outcome.status) {
    case 'invalid':
      return again(422, ...fieldErrors(texts, faultsInWords(outcome.faults, inWords)));
    case 'refused':
      if (outcome.triesLeft > 0) {
        const { triesLeft, elsewhere } = outcome;
        return again(422, { text: texts.keyRefused(form.integrationName, triesLeft, elsewhere) });
      }
      return answerPage(response, 200, endedView(spoken.frame, { ...form, why: 'wrong_credentials' }));
    case 'unreachable':
      return again(503, { text: texts.unreachable(form.integrationName) });
    default:
      return refuse(web, response, outcome);
  }
};

function refuse(web: WebContext, response: ServerResponse, outcome: PageSubmission): void {
  if (outcome.status === 'landed') answerSeeOther(response, donePath(web, outcome));
  else if (outcome.status === 'other_browser') answerOtherBrowser(web, response);
  else answerGone(web, response);
}

function tokenOf(web: WebContext, browser: Browser, { authorizationId }: Form): string {
  const [signingSecret = ''] = web.formSecrets;
  return formToken(signingSecret, claimedForm(authorizationId, browser.secretOf(authorizationId) ?? ''));
}

function isTokenOf(web: WebContext, browser: Browser, { authorizationId }: Form, given: string | undefined): boolean {
  const browserSecret = browser.secretOf(authorizationId);
  if (browserSecret === undefined) return false;
  return isFormToken(web.formSecrets, claimedForm(authorizationId, browserSecret), given);
}

function render(web: WebContext, request: IncomingMessage, view: Omit<CredentialFormView, 'action'>): string {
  const action = `${web.publicUrl.base}/connect/${pathSegment(request, 1)}/credential`;
  return credentialFormView(web.frame, { ...view, action });
}

/** The values of the fields that were asked for. A field that was sent twice counts as missing. */
function valuesOf(form: Form, typed: URLSearchParams): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { key } of form.fields) {
    const value = onlyValue(typed, `${FIELD_PREFIX}${key}`);
    if (value !== undefined) values[key] = value;
  }
  return values;
}
