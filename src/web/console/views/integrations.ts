import type { IntegrationOverview } from '../../../flows/operator/list-integrations.ts';
import { type Html, html } from '../../html.ts';
import type { ConsoleTexts } from '../console-texts.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { sharedName } from './shared-name.ts';
import { table } from './table.ts';

/** All integrations, their state at a glance. */
export function integrationsView(frame: ConsoleFrame, overviews: readonly IntegrationOverview[]): string {
  const { texts, base } = frame;
  const rows = overviews.map((overview) => [
    html`<a class="strong" href="${base}/integrations/${overview.id}">${overview.name}</a>`,
    badge(texts, overview.state),
    texts.whoAuthorizes(
      overview.mode,
      overview.shared && sharedName(texts, overview.shared),
      texts.audienceInWords(overview.audience),
    ),
  ]);
  const columns = [texts.columnIntegration, texts.columnState, texts.columnWho];
  return consoleLayout(frame, {
    title: texts.integrationsTitle,
    place: 'integrations',
    body: html`<h1>${texts.integrationsTitle}</h1>
<p class="lead">${texts.integrationsLead(frame.botName)}</p>
${rows.length === 0 ? empty(texts.integrationsEmpty) : table({ caption: texts.integrationsTitle, columns, rows })}`,
  });
}

export function badge(texts: ConsoleTexts, state: IntegrationOverview['state']): Html {
  return html`<span class="badge ${state}">${texts.state[state]}</span>`;
}

/** What to do first, where there is nothing yet. */
export function empty(text: { readonly title: string; readonly text: string }): Html {
  return html`<div class="empty"><p><strong>${text.title}</strong></p><p>${text.text}</p></div>`;
}
