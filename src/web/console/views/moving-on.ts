import { html } from '../../html.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';

/** Moves on by itself. A 303 after our form would be blocked by `form-action 'self'`. */
export function movingOnView(
  frame: ConsoleFrame,
  view: { readonly title: string; readonly text: string; readonly action: string; readonly url: string },
): string {
  return consoleLayout(frame, {
    title: view.title,
    refresh: { seconds: 0, url: view.url },
    body: html`<h1>${view.title}</h1>
<p>${view.text}</p>
<p><a class="button" href="${view.url}" rel="noreferrer">${view.action}</a></p>`,
  });
}
