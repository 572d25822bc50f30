import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';

/** Shown after a second click while the first is in progress. The page checks again by itself. */
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
