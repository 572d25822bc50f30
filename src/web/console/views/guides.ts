import type { Integration } from '../../../model/integration.ts';
import type { AuthMethodName } from '../../../model/profile.ts';
import { CALLBACK_URL } from '../../../model/setup-guide.ts';
import { type Html, html } from '../../html.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** Explains where to find each value at the product, in the words of its English console. */
export function guides(
  texts: ConsoleTexts,
  integration: Pick<Integration, 'name' | 'setupGuides'>,
  view: { readonly methods: readonly AuthMethodName[]; readonly callbackUrl: string; readonly open?: boolean },
): readonly Html[] {
  const fitting = (integration.setupGuides ?? []).filter((guide) =>
    guide.methods.some((method) => view.methods.includes(method)),
  );
  return fitting.map(
    (guide) => html`<details class="guide"${view.open === true && html` open`}>
<summary>${texts.guideTitle} <bdi lang="en">${guide.title}</bdi></summary>
<div lang="en" dir="ltr"><ol>${guide.steps.map((step) => html`<li>${withCallback(step, view.callbackUrl)}</li>`)}</ol>
${(guide.notes ?? []).map((note) => html`<p class="note">${note}</p>`)}</div>
${guide.url !== undefined && html`<p><a href="${guide.url}" target="_blank" rel="noopener noreferrer">${texts.guideOpen(integration.name)}</a></p>`}
</details>`,
  );
}

function withCallback(step: string, callbackUrl: string): readonly Html[] {
  return step
    .split(CALLBACK_URL)
    .map((part, at) => (at === 0 ? html`${part}` : html`<code class="copy-value inline">${callbackUrl}</code>${part}`));
}
