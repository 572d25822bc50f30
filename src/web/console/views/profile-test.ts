import type { ProfileTest } from '../../../flows/operator/test-profile.ts';
import { connectFields } from '../../../model/connect-form.ts';
import { fieldInWords } from '../../../model/field-in-words.ts';
import type { Integration } from '../../../model/integration.ts';
import type { Profile } from '../../../model/profile.ts';
import { type Html, html } from '../../html.ts';
import { errorSummary } from '../../views/error-summary.ts';
import { type FieldError, fieldRow } from '../../views/field-row.ts';
import { type ConsoleFrame, consoleLayout, formToken } from './console-layout.ts';
import { guides } from './guides.ts';

export interface ProfileTestView {
  readonly integration: Integration;
  readonly profile: Profile;
  /** The profile's title, in the developer's language if it is built in. */
  readonly title: string;
  readonly action: string;
  readonly formToken: string;
  readonly callbackUrl: string;
  readonly values: Readonly<Record<string, string>>;
  readonly outcome?: ProfileTest;
  readonly errors?: readonly FieldError[];
}

/** Makes one harmless call with what the developer types, and shows request and response with secrets masked. */
export function profileTestView(frame: ConsoleFrame, view: ProfileTestView): string {
  const { texts, pageTexts, inWords, base } = frame;
  const { integration, profile, errors = [] } = view;
  const title = texts.testTitle(view.title);
  if (profile.method === 'oauth2') {
    return consoleLayout(frame, {
      title,
      section: 'profiles',
      body: html`<h1>${title}</h1><p class="lead">${texts.testOAuthLead(integration.name)}</p>
<p><a class="button" href="${base}/integrations/${integration.id}">${texts.testOAuthLink(integration.name)}</a></p>`,
    });
  }
  const fieldsView = { values: view.values, errors };
  return consoleLayout(frame, {
    title,
    section: 'profiles',
    hasError: errors.length > 0,
    body: html`<h1>${title}</h1>
<p class="lead">${texts.testLead(integration.name)}</p>
${errorSummary(texts.errorTitle, errors)}
${outcomePart(frame, integration.name, view.outcome)}
${guides(texts, integration, { methods: [profile.method], callbackUrl: view.callbackUrl })}
<form method="post" action="${view.action}" autocomplete="off" novalidate class="panel">${formToken(view.formToken)}
${connectFields(integration, profile).map((field) => fieldRow(pageTexts, fieldsView, fieldInWords(field, inWords), false))}
<div class="actions"><button type="submit">${texts.testAction}</button> <a href="${base}/profiles">${texts.back}</a></div>
</form>`,
  });
}

function outcomePart({ texts }: ConsoleFrame, product: string, outcome: ProfileTest | undefined): Html | undefined {
  if (outcome?.status === 'unanswered') {
    return html`<p class="bad" role="alert">${texts.testUnanswered(product)}<br><code lang="en" dir="ltr">${outcome.reason}</code></p>`;
  }
  if (outcome?.status !== 'answered') return undefined;
  const { accepted, account = '', request, response } = outcome;
  const verdict = accepted
    ? html`<p class="good" role="status">${texts.testAccepted(account)}</p>`
    : html`<p class="bad" role="alert">${texts.testRefused(product)}</p>`;
  return html`${verdict}
<section class="panel exchange"><h2>${texts.testRequest}</h2>
<pre tabindex="0" aria-label="${texts.testRequest}">${request.method} ${request.url}
${request.headers.map(line)}</pre>
<h2>${texts.testResponse}: ${texts.testStatus} ${response.status}</h2>
<h3>${texts.testHeaders}</h3>
<pre tabindex="0" aria-label="${texts.testResponse}, ${texts.testHeaders}">${response.headers.map(line)}</pre>
<h3>${texts.testBody}</h3>
<pre tabindex="0" aria-label="${texts.testResponse}, ${texts.testBody}">${response.body}</pre>
<p class="hint">${texts.testMasked}</p></section>`;
}

function line({ name, value }: { readonly name: string; readonly value: string }): Html {
  return html`${name}: ${value}
`;
}
