import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import { html } from '../html.ts';
import { backLine } from './back-line.ts';
import { type Frame, layout } from './layout.ts';
import { manageLink } from './manage-link.ts';

export type EndedView = Omit<
  Extract<AuthorizationDescription, { readonly status: 'ended' }>,
  'status' | 'ownerName' | 'channel'
> & { readonly ref?: string };

/** How the attempt ended and what to do next. */
export function endedView(frame: Frame, view: EndedView): string {
  const { texts } = frame;
  const ending = texts.ended(view.why, { ...view, ref: view.ref });
  return layout(frame, {
    title: ending.title,
    body: html`<h1>${ending.title}</h1>
<p class="lead">${view.integration === undefined ? ending.text : texts.sharedEnded(view.why, view.integrationName)}</p>
${backLine(frame, view)}
${ending.mayLeaveAccess === true && manageLink(view.manageUrl, texts.manageAction(view.integrationName))}`,
  });
}
