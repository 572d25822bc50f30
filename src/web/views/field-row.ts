import type { Field, FieldFault, FieldProblem } from '../../model/field.ts';
import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';

/** The text of an error. `field` is the field that it belongs to. */
export interface FieldError {
  readonly text: string;
  readonly field?: string;
  /** What the summary shows instead, for example the field's label if the text at the field is enough. */
  readonly title?: string;
}

/** The error at a field that was filled in wrongly. */
export function fieldError(texts: PageTexts, field: Field, reason: FieldProblem): FieldError {
  return { text: texts.fieldProblem(field, reason), field: field.key, title: field.title };
}

export function fieldErrors(texts: PageTexts, faults: readonly FieldFault[]): readonly FieldError[] {
  return faults.map(({ field, reason }) => fieldError(texts, field, reason));
}

/** The error at one field. */
export function problemAt(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.text;
}

/** The first field with an error gets the focus. */
export function isFirstFault(errors: readonly FieldError[] | undefined, field: string): boolean {
  return errors?.find((error) => error.field !== undefined)?.field === field;
}

/** What a form shows again after an error. */
export interface FieldsView {
  readonly values: Readonly<Record<string, string>>;
  /** In the order of the fields. */
  readonly errors?: readonly FieldError[];
}

/** Prefix of every field's key in the form, so that no field can take the place of the form token. */
export const FIELD_PREFIX = 'field.';

/** Label, hint, error and input of one field. `help` is a link to where its value is found. */
export function fieldRow(texts: PageTexts, view: FieldsView, field: Field, focused: boolean, help?: Html): Html {
  const problem = problemAt(view.errors, field.key);
  const descriptions = [field.hint && `${field.key}-hint`, problem && `${field.key}-problem`].filter(Boolean).join(' ');
  const optional = field.required === false && html` <span class="optional">(${texts.formOptional})</span>`;
  return html`<div class="field">
<label for="${field.key}">${field.title}${optional}</label>
${field.hint !== undefined && html`<p class="hint" id="${field.key}-hint">${field.hint}</p>`}
${help !== undefined && html`<p class="hint">${help}</p>`}
${problem !== undefined && html`<p class="problem" id="${field.key}-problem">${problem}</p>`}
${control(view, field, html`${texts.dir === 'rtl' && field.choices === undefined && LEFT_TO_RIGHT}${descriptions !== '' && html` aria-describedby="${descriptions}"`}${problem !== undefined && html` aria-invalid="true"`}${field.required !== false && html` aria-required="true"`}${(focused || isFirstFault(view.errors, field.key)) && html` autofocus`}`)}
</div>`;
}

/** Keys, addresses and hosts are written from left to right in every language. */
const LEFT_TO_RIGHT = html` dir="ltr"`;

function control(view: FieldsView, field: Field, attributes: Html): Html {
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
