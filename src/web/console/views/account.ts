import type { Operator } from '../../../model/operator.ts';
import { html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import type { FieldError } from '../../views/field-row.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { textRow } from './rows.ts';
import { table } from './table.ts';
import { when } from './when.ts';

export interface AccountView {
  readonly operator: Operator;
  /** Id of the session that shows this page. */
  readonly sessionId: string;
  readonly formToken: string;
  readonly errors?: readonly FieldError[];
  readonly notice?: string | undefined;
}

/** The developer's password and sessions. */
export function accountView(frame: ConsoleFrame, view: AccountView): string {
  const { texts, base } = frame;
  const { operator, errors = [], notice } = view;
  const token = formToken(view.formToken);
  const sessions = operator.sessions ?? [];
  const rows = sessions.map(({ id, browser, startedAt }) => [
    html`<bdi>${browser || texts.auditBrowser}</bdi>`,
    when(texts.lang, startedAt),
    id === view.sessionId
      ? texts.thisSession
      : html`<form method="post" action="${base}/account/sessions">${token}<input type="hidden" name="session" value="${id}"><button type="submit" class="quiet">${texts.endSession}<span class="unseen"> ${browser || texts.auditBrowser}</span></button></form>`,
  ]);
  return consoleLayout(frame, {
    title: texts.accountTitle,
    hasError: errors.length > 0,
    body: html`<h1>${texts.accountTitle}</h1>
<p class="lead">${texts.accountLead(operator.name)}</p>
${notice !== undefined && html`<p class="good" role="status">${notice}</p>`}
${errorSummary(texts.errorTitle, errors)}
<section class="panel"><h2>${texts.changePasswordTitle}</h2>
${
  operator.passwordHash === undefined
    ? html`<p>${texts.noPassword}</p>`
    : html`<form method="post" action="${base}/account/password" novalidate>${token}
${textRow(texts, { name: 'current', title: texts.currentPassword, type: 'password', autocomplete: 'current-password', errors })}
${textRow(texts, { name: 'password', title: texts.newPasswordLabel, hint: texts.newPasswordHint, type: 'password', autocomplete: 'new-password', errors })}
${textRow(texts, { name: 'repeat', title: texts.repeatLabel, type: 'password', autocomplete: 'new-password', errors })}
<div class="actions"><button type="submit">${texts.changePasswordAction}</button></div></form>`
}</section>
<h2>${texts.sessionsTitle}</h2>
${table({ caption: texts.sessionsTitle, columns: [texts.columnBrowser, texts.columnStarted, texts.columnActions], rows })}
${
  sessions.length > 1 &&
  html`<form method="post" action="${base}/account/sessions">${token}<input type="hidden" name="session" value="others">
<div class="actions"><button type="submit" class="second">${texts.endOthers}</button></div></form>`
}
<p><a href="${base}/developers">${texts.developersLink}</a></p>`,
  });
}
