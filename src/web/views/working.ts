import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';

/** A second click came while the first is still being worked on; the page looks again by itself. */
export function workingView(frame: Frame, view: { readonly integrationName: string; readonly url: string }): string {
  const { texts } = frame;
  return layout(frame, {
    title: texts.workingTitle,
    refresh: { seconds: 2, url: view.url },
    body: html`<h1>${texts.workingTitle}</h1>
<p role="status">${texts.workingText(view.integrationName)}</p>
<p><a href="${view.url}">${texts.workingAction}</a></p>`,
  });
}
