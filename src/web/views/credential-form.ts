import type { CredentialFormDescription } from '../../flows/describe-credential-form.ts';
import type { Field } from '../../model/field.ts';
import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts.ts';
import { type Frame, layout } from './layout.ts';
import { manageLink } from './manage-link.ts';
import { ownerLine } from './owner-line.ts';

export interface CredentialFormView {
  readonly form: Extract<CredentialFormDescription, { readonly status: 'form' }>;
  readonly action: string;
  readonly formToken: string;
  /** What was typed before, by field key; those of masked fields are never shown again. */
  readonly values: Readonly<Record<string, string>>;
  /** In words; with `field`, the one it belongs to. */
  readonly error?: { readonly text: string; readonly field?: string };
}

/** Before every field's key in the form, so that no field can pass for the form token. */
export const FIELD_PREFIX = 'field.';

/** Asks for keys and passwords, masked. */
export function credentialFormView(frame: Frame, view: CredentialFormView): string {
  const { texts } = frame;
  const { form, error } = view;
  const focused = error?.field ?? form.fields.find(isEditable)?.key;
  return layout(frame, {
    title: texts.formTitle(form),
    hasError: error !== undefined,
    body: html`<h1>${texts.formTitle(form)}</h1>
<p class="lead">${texts.formLead(form)}</p>
<dl class="facts">${ownerLine(texts, form)}</dl>
${error && errorSummary(texts, error)}
<form method="post" action="${view.action}" autocomplete="off" novalidate>
<input type="hidden" name="form_token" value="${view.formToken}">
${form.fields.map((field) => fieldRow(texts, view, field, field.key === focused))}
<button type="submit">${texts.formAction}</button>
</form>
${manageLink(form.manageUrl, texts.formManage(form.integrationName))}
<p class="aside">${texts.formPrivacy(form)}</p>
<p class="caution">${texts.connectCaution(form)}</p>`,
  });
}

function errorSummary(texts: PageTexts, error: NonNullable<CredentialFormView['error']>): Html {
  const text = error.field === undefined ? html`${error.text}` : html`<a href="#${error.field}">${error.text}</a>`;
  return html`<div class="error" role="alert"><strong>${texts.formErrorTitle}</strong><p>${text}</p></div>`;
}

function fieldRow(texts: PageTexts, view: CredentialFormView, field: Field, focused: boolean): Html {
  const problem = view.error?.field === field.key ? view.error.text : undefined;
  const descriptions = [field.hint && `${field.key}-hint`, problem && `${field.key}-problem`].filter(Boolean).join(' ');
  const optional = field.required === false && html` <span class="optional">(${texts.formOptional})</span>`;
  return html`<div class="field">
<label for="${field.key}">${field.title}${optional}</label>
${field.hint !== undefined && html`<p class="hint" id="${field.key}-hint">${field.hint}</p>`}
${problem !== undefined && html`<p class="problem" id="${field.key}-problem">${problem}</p>`}
${control(view, field, html`${descriptions !== '' && html` aria-describedby="${descriptions}"`}${problem !== undefined && html` aria-invalid="true"`}${field.required !== false && html` aria-required="true"`}${focused && html` autofocus`}`)}
</div>`;
}

function control(view: CredentialFormView, field: Field, attributes: Html): Html {
  const name = `${FIELD_PREFIX}${field.key}`;
  if (field.visibility === 'read-only') {
    return html`<input id="${field.key}" type="text" value="${field.value ?? ''}" readonly${attributes}>`;
  }
  if (field.choices !== undefined) {
    const chosen = view.values[field.key] ?? field.value;
    const options = field.choices.map(
      ({ value, title }) => html`<option value="${value}"${value === chosen && html` selected`}>${title}</option>`,
    );
    return html`<select id="${field.key}" name="${name}"${attributes}>${options}</select>`;
  }
  const plain = html`autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false"`;
  if (field.type === 'password') {
    return html`<input id="${field.key}" name="${name}" type="password" ${plain}${attributes}>`;
  }
  const value = view.values[field.key] ?? field.value ?? '';
  return html`<input id="${field.key}" name="${name}" type="text" value="${value}" ${plain}${attributes}>`;
}

function isEditable(field: Field): boolean {
  return field.visibility !== 'read-only';
}
