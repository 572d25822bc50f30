import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import type { EndReason } from '../../model/authorization.ts';
import { html } from '../html.ts';
import { backLine } from './back-line.ts';
import { type Frame, layout } from './layout.ts';
import { manageLink } from './manage-link.ts';

export type EndedView = Omit<
  Extract<AuthorizationDescription, { readonly status: 'ended' }>,
  'status' | 'ownerName' | 'channel'
> & { readonly ref?: string };

/** Only the people who run the bot can fix these. */
const FOR_CONTACT: ReadonlySet<EndReason> = new Set([
  'misconfigured',
  'scope_refused',
  'client_refused',
  'withdrawn',
  'stopped',
]);

/** How the attempt ended, and what to do next. */
export function endedView(frame: Frame, view: EndedView): string {
  const { texts } = frame;
  const ending = texts.ended(view.why, { ...view, ref: view.ref });
  return layout(frame, {
    title: ending.title,
    body: html`<h1>${ending.title}</h1>
<p class="lead">${view.integration === undefined ? ending.text : texts.sharedEnded(view.why, view.integrationName)}</p>
${isForContact(view) && frame.contact !== undefined && html`<p>${texts.askContact(frame.contact)}</p>`}
${backLine(frame, view)}
${ending.mayLeaveAccess === true && manageLink(view.manageUrl, texts.manageAction(view.integrationName))}`,
  });
}

/** A developer who began the attempt in the console is told what to change instead. */
function isForContact({ why, integration }: EndedView): boolean {
  return integration === undefined && FOR_CONTACT.has(why);
}
