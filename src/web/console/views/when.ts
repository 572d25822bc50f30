import { type Html, html } from '../../html.ts';

/** UTC, so that it is the same for everybody who reads it, and in the log. */
export function when(at: number): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}"><span>${iso.slice(0, 10)}</span> <span>${iso.slice(11, 16)} UTC</span></time>`;
}
