import { type Html, html } from '../html.ts';
import type { FieldError } from './field-row.ts';

/** What is wrong, said first and linked to its field. */
export function errorSummary(heading: string, error: FieldError | undefined): Html | undefined {
  if (error === undefined) return undefined;
  const { text, field, title = text } = error;
  const said = field === undefined ? html`${text}` : html`<a href="#${field}">${title}</a>`;
  return html`<div class="error" role="alert"><strong>${heading}</strong><p>${said}</p></div>`;
}
