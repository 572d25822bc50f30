import { type Html, html } from '../html.ts';

/** A link to a page of the product. The URL comes from the integration's definition, never from input. */
export function manageLink(url: string | undefined, text: string): Html | undefined {
  if (url === undefined) return undefined;
  return html`<p>${productLink(url, text)}</p>`;
}

/** The same within a sentence or a field. */
export function productLink(url: string, text: string): Html {
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}
