import { type Html, html } from '../html.ts';

/** To a page of the product; from the integration's declaration, never from input. */
export function manageLink(url: string | undefined, text: string): Html | undefined {
  if (url === undefined) return undefined;
  return html`<p><a href="${url}" target="_blank" rel="noopener noreferrer">${text}</a></p>`;
}
