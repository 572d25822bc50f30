import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';

/** A page that only says something: no such link, too many requests, an error of ours. */
export function messageView(frame: Frame, message: { readonly title: string; readonly text: string }): string {
  return layout(frame, {
    title: message.title,
    body: html`<h1>${message.title}</h1>
<p class="lead">${message.text}</p>`,
  });
}
