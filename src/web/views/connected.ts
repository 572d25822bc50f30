import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';
import { pair } from './pair.ts';

/** Done: nothing is left to do here. */
export function connectedView(
  frame: Frame,
  description: Extract<AuthorizationDescription, { readonly status: 'connected' }>,
): string {
  const { texts } = frame;
  return layout(frame, {
    title: texts.connectedTitle(description.integrationName),
    body: html`${pair(description, 'joined')}
<h1>${texts.connectedTitle(description.integrationName)}</h1>
<p class="lead">${texts.connectedText(description)}</p>
<p>${texts.backToChat(description.botName)}</p>`,
  });
}
