import { type Html, html } from '../html.ts';
import type { FieldError } from './field-row.ts';

/** Lists all errors at the top of the page, each with a link to its field. */
export function errorSummary(heading: string, errors: readonly FieldError[] = []): Html | undefined {
  if (errors.length === 0) return undefined;
  const [first, ...more] = errors.map(said);
  const all =
    more.length === 0 ? html`<p>${first}</p>` : html`<ul>${[first, ...more].map((one) => html`<li>${one}</li>`)}</ul>`;
  return html`<div class="error" role="alert"><strong>${heading}</strong>${all}</div>`;
}

function said({ text, field, title = text }: FieldError): Html {
  if (field === undefined) return html`${text}`;
  return html`<a href="#${field}">${title}</a>`;
}
