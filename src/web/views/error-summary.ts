import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts.ts';
import type { FieldError } from './field-row.ts';

/** What is wrong, said first and linked to its field. */
export function errorSummary(texts: PageTexts, error: FieldError | undefined): Html | undefined {
  if (error === undefined) return undefined;
  const text = error.field === undefined ? html`${error.text}` : html`<a href="#${error.field}">${error.text}</a>`;
  return html`<div class="error" role="alert"><strong>${texts.formErrorTitle}</strong><p>${text}</p></div>`;
}
