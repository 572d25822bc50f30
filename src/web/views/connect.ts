import type { LinkDescription } from '../../flows/describe-link.ts';
import { fieldInWords } from '../../model/field-in-words.ts';
import { isolatedName } from '../../model/shown-name.ts';
import { type Html, html } from '../html.ts';
import type { Named, PageTexts } from '../page-texts/page-texts.ts';
import { errorSummary } from './error-summary.ts';
import { type FieldError, fieldRow } from './field-row.ts';
import { type Frame, layout } from './layout.ts';
import { minutesLeft } from './minutes-left.ts';
import { ownerLine } from './owner-line.ts';
import { pair } from './pair.ts';
import { phoneCode } from './phone-code.ts';

export interface ConnectView {
  readonly link: Omit<Extract<LinkDescription, { readonly status: 'open' }>, 'authorizationId' | 'isUnclaimed'>;
  readonly action: string;
  readonly formToken: string;
  /** A code follows at the end, to be typed in the chat. */
  readonly endsWithCode: boolean;
  readonly now: number;
  /** The customer's name as it was typed before, and what is wrong with it. */
  readonly tenant?: string;
  readonly error?: FieldError;
  /** The link of this page, for a QR code that opens it on a phone. */
  readonly phoneUrl?: string;
}

/** Who connects what, and with which permissions. Only the button changes anything. */
export function connectView(frame: Frame, view: ConnectView): string {
  const { texts } = frame;
  const { link } = view;
  const leavesFor = link.method === 'oauth2' ? 'product' : 'form';
  return layout(frame, {
    title: texts.connectTitle(link),
    hasError: view.error !== undefined,
    body: html`${pair(frame, link)}
<h1>${texts.connectTitle(link)}</h1>
<p class="lead">${texts.connectLead(link)}</p>
<dl class="facts">
${ownerLine(texts, link)}
<div class="fact"><dt>${texts.permissionsLabel(link)}</dt><dd><ul class="permissions">${permissions(frame, link).map((text) => html`<li>${text}</li>`)}</ul></dd></div>
</dl>
<p>${texts.connectConsequence({ ...link, ownerName: isolatedName(link.ownerName) })}</p>
<p class="caution">${texts.connectCaution(link)}</p>
${errorSummary(texts.formErrorTitle, view.error && [view.error])}
<form method="post" action="${view.action}" autocomplete="off" novalidate>
<input type="hidden" name="form_token" value="${view.formToken}">
${tenantRow(frame, view)}
<button type="submit">${texts.connectAction({ ...link, leavesFor })}</button>
</form>
${view.phoneUrl !== undefined && phoneCode(texts, view.phoneUrl)}
<h2>${texts.nextLabel}</h2>
<ol class="steps">${nextSteps(texts, link, view).map((text) => html`<li>${text}</li>`)}</ol>
<p class="aside">${texts.linkExpiry(texts.minutes(minutesLeft(link.expiresAt, view.now)))}</p>`,
  });
}

/** Takes the focus only after an error, because the page should be read first. */
function tenantRow({ texts, inWords }: Frame, { link, tenant, error }: ConnectView): Html | undefined {
  const { tenantField: field } = link;
  if (field === undefined) return undefined;
  const values = tenant === undefined ? {} : { [field.key]: tenant };
  return fieldRow(
    texts,
    { values, errors: error === undefined ? [] : [error] },
    fieldInWords(field, inWords),
    error !== undefined,
  );
}

function permissions({ texts, inWords }: Frame, link: ConnectView['link']): readonly string[] {
  return link.scopes.length === 0 ? [texts.keyPermissions(link)] : link.scopes.map(({ text }) => inWords(text));
}

function nextSteps(texts: PageTexts, named: Named, view: ConnectView): readonly string[] {
  const first = view.link.method === 'oauth2' ? texts.nextSignIn(named) : texts.nextEnterKey(named);
  return view.endsWithCode ? [first, texts.nextCode, texts.nextTypeCode(named)] : [first, texts.nextDone(named)];
}
