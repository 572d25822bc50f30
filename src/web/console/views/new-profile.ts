import type { Integration } from '../../../model/integration.ts';
import { html } from '../../html.ts';
import { PROFILE_KINDS } from '../profile-form.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { radioRows, selectRow } from './rows.ts';

/** Asks for the integration and the way to sign in. */
export function newProfileView(
  frame: ConsoleFrame,
  view: { readonly integrations: readonly Integration[]; readonly integration: string | undefined },
): string {
  const { texts, base } = frame;
  return consoleLayout(frame, {
    title: texts.newProfileTitle,
    section: 'profiles',
    body: html`<h1>${texts.newProfileTitle}</h1>
<p class="lead">${texts.newProfileLead}</p>
<form method="get" action="${base}/profiles/new" class="panel">
${selectRow(texts, {
  name: 'integration',
  title: texts.newProfileIntegration,
  value: view.integration ?? '',
  options: view.integrations.map(({ id, name }) => ({ value: id, title: name })),
})}
${radioRows({
  name: 'kind',
  title: texts.newProfileKind,
  value: 'oauth2',
  options: PROFILE_KINDS.map((kind) => ({ value: kind, title: texts.kind[kind], hint: texts.kindHint[kind] })),
})}
<div class="actions"><button type="submit">${texts.newProfileNext}</button> <a href="${base}/profiles">${texts.cancel}</a></div>
</form>`,
  });
}
