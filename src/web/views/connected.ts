import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import { isolatedName } from '../../model/shown-name.ts';
import { html } from '../html.ts';
import { backLine } from './back-line.ts';
import { type Frame, layout } from './layout.ts';
import { pair } from './pair.ts';

/** The end: nothing is left to do on this page. */
export function connectedView(
  frame: Frame,
  description: Extract<AuthorizationDescription, { readonly status: 'connected' }>,
): string {
  const { texts } = frame;
  const text = description.integration === undefined ? texts.connectedText : texts.sharedText;
  return layout(frame, {
    title: texts.connectedTitle(description.integrationName),
    body: html`${pair(frame, description, 'joined')}
<h1>${texts.connectedTitle(description.integrationName)}</h1>
<p class="lead">${text({ ...description, account: isolatedName(description.account) })}</p>
${backLine(frame, description)}`,
  });
}
