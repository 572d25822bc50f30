import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';
import { pair } from './pair.ts';

/**
 * Opens the product by itself, and offers a link for browsers that do not. A 303 after our form would be blocked by
 * `form-action 'self'`.
 */
export function movingOnView(
  frame: Frame,
  view: { readonly integrationName: string; readonly icon?: string; readonly url: string },
): string {
  const { texts, botName } = frame;
  const { integrationName, icon, url } = view;
  return layout(frame, {
    title: texts.movingTitle(integrationName),
    refresh: { seconds: 0, url },
    body: html`${pair(frame, { botName, integrationName, icon })}
<h1>${texts.movingTitle(integrationName)}</h1>
<p>${texts.movingText}</p>
<p><a class="button" href="${url}" rel="noreferrer">${texts.movingAction(integrationName)}</a></p>`,
  });
}
