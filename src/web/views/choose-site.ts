import type { AuthorizationDescription } from '../../flows/describe-authorization.ts';
import { shownName } from '../../model/shown-name.ts';
import { html } from '../html.ts';
import { type Frame, layout } from './layout.ts';
import { ownerLine } from './owner-line.ts';

export interface ChooseSiteView {
  readonly choice: Extract<AuthorizationDescription, { readonly status: 'choose_site' }>;
  readonly action: string;
  readonly formToken: string;
  readonly error?: string;
}

/** The access covers several sites, and the person chooses one. */
export function chooseSiteView(frame: Frame, view: ChooseSiteView): string {
  const { texts } = frame;
  const { error } = view;
  const choice = { ...view.choice, noun: frame.inWords(view.choice.noun) };
  const options = choice.sites.map(
    (site, at) => html`<label class="option" for="site-${at}">
<input type="radio" id="site-${at}" name="site" value="${site.id}" required${at === 0 && html` autofocus`}>
<span><strong><bdi>${shownName(site.name)}</bdi></strong><br><small><bdi>${site.url}</bdi></small></span>
</label>`,
  );
  return layout(frame, {
    title: texts.siteTitle(choice.noun),
    hasError: error !== undefined,
    body: html`<h1>${texts.siteTitle(choice.noun)}</h1>
<p class="lead">${texts.siteLead(choice)}</p>
<dl class="facts">${ownerLine(texts, choice)}</dl>
${error !== undefined && html`<div class="error" role="alert"><p id="site-problem">${error}</p></div>`}
<form method="post" action="${view.action}">
<input type="hidden" name="form_token" value="${view.formToken}">
<fieldset${error !== undefined && html` aria-describedby="site-problem"`}>
<legend class="unseen">${texts.siteTitle(choice.noun)}</legend>
${options}
</fieldset>
<button type="submit">${texts.siteAction}</button>
</form>`,
  });
}
