import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';

/** A page with nothing but a message: no such link, too many requests, an internal error. */
export function messageView(frame: Frame, message: { readonly title: string; readonly text: string }): string {
  return layout(frame, {
    title: message.title,
    body: html`<h1>${message.title}</h1>
<p class="lead">${message.text}</p>`,
  });
}
