import { type Html, html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import type { FieldError } from '../../views/field-row.ts';
import { type ConsoleFrame, consoleLayout, formToken, type Section } from './console-layout.ts';

export interface ConfirmView {
  /** Undefined if no part of the navigation leads here. */
  readonly section: Section | undefined;
  readonly title: string;
  readonly lead: string;
  /** What will stop working, one sentence each. */
  readonly consequences: readonly string[];
  readonly action: string;
  readonly actionText: string;
  readonly backPath: string;
  readonly formToken: string;
  /** Choices that were made on the page before. */
  readonly values?: Readonly<Record<string, string>>;
  /** Asks for the password again, if needed. */
  readonly proof?: Html | undefined;
  readonly errors?: readonly FieldError[];
}

/** Asks before something is removed, and says what will stop working. */
export function confirmView(frame: ConsoleFrame, view: ConfirmView): string {
  const { texts } = frame;
  return consoleLayout(frame, {
    title: view.title,
    section: view.section,
    hasError: (view.errors ?? []).length > 0,
    body: html`<h1>${view.title}</h1>
<p class="lead">${view.lead}</p>
${errorSummary(texts.errorTitle, view.errors)}
<div class="panel">
<h2>${texts.deleteStops}</h2>
<ul>${view.consequences.map((text) => html`<li>${text}</li>`)}</ul>
<form method="post" action="${view.action}">${formToken(view.formToken)}
${Object.entries(view.values ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${view.proof}
<div class="actions"><button type="submit" class="danger">${view.actionText}</button> <a href="${view.backPath}">${texts.cancel}</a></div>
</form></div>`,
  });
}
