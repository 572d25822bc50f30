import { html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import type { FieldError } from '../../views/field-row.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { textRow } from './rows.ts';

export interface SignInView {
  readonly formToken: string;
  readonly name: string;
  readonly errors?: readonly FieldError[];
  /** Says what was just done. */
  readonly notice?: string | undefined;
  readonly byPassword: boolean;
  readonly byOpenId: boolean;
}

export function signInView(frame: ConsoleFrame, view: SignInView): string {
  const { texts, base, botName } = frame;
  return consoleLayout(frame, {
    title: texts.signInTitle,
    hasError: (view.errors ?? []).length > 0,
    body: html`<h1>${texts.signInTitle}</h1>
<p class="lead">${texts.signInLead(botName)}</p>
${view.notice !== undefined && html`<p class="good" role="status">${view.notice}</p>`}
${errorSummary(texts.errorTitle, view.errors)}
${
  view.byOpenId &&
  html`<form method="post" action="${base}/openid">${formToken(view.formToken)}<button type="submit">${texts.openIdAction}</button></form>`
}
${view.byOpenId && view.byPassword && html`<p class="or">${texts.openIdOr}</p>`}
${
  view.byPassword &&
  html`<form method="post" action="${base}/sign-in" novalidate>${formToken(view.formToken)}
${textRow(texts, { name: 'name', title: texts.nameLabel, value: view.name, autocomplete: 'username', errors: view.errors, focused: !view.byOpenId })}
${textRow(texts, { name: 'password', title: texts.passwordLabel, type: 'password', autocomplete: 'current-password', errors: view.errors })}
<button type="submit"${view.byOpenId && html` class="second"`}>${texts.signInAction}</button></form>`
}`,
  });
}
