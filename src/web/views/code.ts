import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import { shownName } from '../../model/shown-name.ts';
import { html } from '../html.ts';
import { copyButtons } from '../scripts/copy-buttons.ts';
import { type Frame, layout } from './layout.ts';
import { manageLink } from './manage-link.ts';
import { minutesLeft } from './minutes-left.ts';
import { ownerLine } from './owner-line.ts';

export interface CodeView {
  readonly description: Extract<AuthorizationDescription, { readonly status: 'code' }>;
  readonly now: number;
  /** The address of this page. */
  readonly url: string;
}

/**
 * Shows the code that proves that this browser belongs to the person, who types it in their own chat. The page does not
 * reload by itself, because a screen reader would start over (WCAG 2.2.1, F41).
 */
export function codeView(frame: Frame, { description, now, url }: CodeView): string {
  const { texts } = frame;
  const minutes = texts.minutes(minutesLeft(description.expiresAt, now));
  return layout(frame, {
    title: texts.codeTitle,
    body: html`<h1>${texts.codeTitle}</h1>
<p class="code" translate="no"><span class="unseen">${texts.codeLabel}: ${spelled(description.code)}</span><span class="letters" aria-hidden="true">${description.code}</span></p>
<p class="copy" hidden><button type="button" class="plain" data-copy="${description.code}" data-done="${texts.copyDone}">${texts.copyAction}</button> <span role="status"></span></p>
${copyButtons.element}
<p class="lead">${texts.codeRule(description.botName)}</p>
<dl class="facts">
<div class="fact"><dt>${texts.accountLabel(description.integrationName)}</dt><dd><strong><bdi>${shownName(description.account)}</bdi></strong></dd></div>
${description.site !== undefined && html`<div class="fact"><dt>${texts.siteLabel}</dt><dd><bdi>${shownName(description.site)}</bdi></dd></div>`}
${ownerLine(texts, description)}
</dl>
<p class="aside">${texts.codeExpiry(minutes)} <a href="${url}">${texts.codeTypedAction}</a></p>
<section class="caution">
<h2>${texts.notYouTitle}</h2>
<p>${texts.notYouText({ ...description, minutes })}</p>
${manageLink(description.manageUrl, texts.manageAction(description.integrationName))}
</section>`,
  });
}

/** Letter by letter, for a screen reader. */
function spelled(code: string): string {
  return Array.from(code.replace('-', '')).join(' ');
}
