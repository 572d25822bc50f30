import type { Returned } from '../../flows/complete-callback.ts';
import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';
import { ownerLine } from './owner-line.ts';

export interface ReturnedView {
  readonly returned: Returned;
  readonly action: string;
  readonly formToken: string;
}

/**
 * For a browser that came back from the product without its cookie. The page says who asked but shows no link: the link goes
 * to that person's chat.
 */
export function returnedView(frame: Frame, { returned, action, formToken }: ReturnedView): string {
  const { texts } = frame;
  return layout(frame, {
    title: texts.otherBrowserTitle,
    body: html`<h1>${texts.otherBrowserTitle}</h1>
<p class="lead">${texts.returned(returned)}</p>
<dl class="facts">${ownerLine(texts, returned)}</dl>
<ol class="steps">${texts.returnedSteps(returned).map((text) => html`<li>${text}</li>`)}</ol>
<form method="post" action="${action}">
<input type="hidden" name="form_token" value="${formToken}">
<button type="submit">${texts.returnedAction}</button>
</form>
<p class="caution">${texts.connectCaution(returned)}</p>`,
  });
}
