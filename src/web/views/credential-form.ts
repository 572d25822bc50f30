import type { CredentialFormDescription } from '../../flows/describe-credential-form.ts';
import type { Field } from '../../model/field.ts';
import { fieldInWords } from '../../model/field-in-words.ts';
import { html } from '../html.ts';
import { errorSummary } from './error-summary.ts';
import { type FieldError, fieldRow } from './field-row.ts';
import { type Frame, layout } from './layout.ts';
import { productLink } from './manage-link.ts';
import { ownerLine } from './owner-line.ts';

export interface CredentialFormView {
  readonly form: Omit<Extract<CredentialFormDescription, { readonly status: 'form' }>, 'authorizationId'>;
  readonly action: string;
  readonly formToken: string;
  /** What was typed before, by field key. Values of masked fields are never shown again. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

/** Asks for keys and passwords, in masked fields. */
export function credentialFormView(frame: Frame, view: CredentialFormView): string {
  const { texts } = frame;
  const { form, errors = [] } = view;
  const focused = errors.some(({ field }) => field !== undefined) ? undefined : form.fields.find(isEditable)?.key;
  const secret = (form.fields.find(({ type }) => type === 'password') ?? form.fields.find(isEditable))?.key;
  const { manageUrl, integrationName } = form;
  const help = manageUrl === undefined ? undefined : productLink(manageUrl, texts.formManage(integrationName));
  return layout(frame, {
    title: texts.formTitle(form),
    hasError: errors.length > 0,
    body: html`<h1>${texts.formTitle(form)}</h1>
<p class="lead">${texts.formLead(form)}</p>
<dl class="facts">${ownerLine(texts, form)}</dl>
${errorSummary(texts.formErrorTitle, errors)}
<form method="post" action="${view.action}" autocomplete="off" novalidate>
<input type="hidden" name="form_token" value="${view.formToken}">
${form.fields.map((field) => fieldRow(texts, view, fieldInWords(field, frame.inWords), field.key === focused, field.key === secret ? help : undefined))}
<button type="submit">${texts.formAction}</button>
</form>
<p class="aside">${texts.formPrivacy(form)}</p>
<p class="caution">${texts.connectCaution(form)}</p>`,
  });
}

function isEditable(field: Field): boolean {
  return field.visibility !== 'read-only';
}
