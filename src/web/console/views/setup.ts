import { html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import type { FieldError } from '../../views/field-row.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { textRow } from './rows.ts';

export interface SetupView {
  readonly formToken: string;
  readonly token: string;
  readonly name: string;
  readonly errors?: readonly FieldError[];
}

/** The first start, before anybody has an account. */
export function setupView(frame: ConsoleFrame, { formToken: token, ...view }: SetupView): string {
  const { texts, base, botName } = frame;
  const { errors = [] } = view;
  return consoleLayout(frame, {
    title: texts.setupTitle,
    hasError: errors.length > 0,
    body: html`<h1>${texts.setupTitle}</h1>
<p class="lead">${texts.setupLead(botName)}</p>
${errorSummary(texts.errorTitle, errors)}
<form method="post" action="${base}/setup" novalidate>${formToken(token)}
${textRow(texts, { name: 'token', title: texts.setupTokenLabel, hint: texts.setupTokenHint, value: view.token, errors, focused: view.token === '' })}
${textRow(texts, { name: 'name', title: texts.nameLabel, hint: texts.setupNameHint, value: view.name, autocomplete: 'username', errors, focused: view.token !== '' })}
${textRow(texts, { name: 'password', title: texts.newPasswordLabel, hint: texts.newPasswordHint, type: 'password', autocomplete: 'new-password', errors })}
${textRow(texts, { name: 'repeat', title: texts.repeatLabel, type: 'password', autocomplete: 'new-password', errors })}
<button type="submit">${texts.setupAction}</button></form>`,
  });
}
