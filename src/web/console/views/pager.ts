import { type Html, html } from '../../html.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** Links to other pages of a long list. `first` is set on all pages but the first, `next` on all but the last. */
export function pager(texts: ConsoleTexts, { first, next }: { readonly first?: string; readonly next?: string }): Html {
  if (first === undefined && next === undefined) return html``;
  return html`<p class="actions">${first !== undefined && html`<a href="${first}">${texts.firstPage}</a>`}
${next !== undefined && html`<a href="${next}">${texts.nextPage}</a>`}</p>`;
}
