import { audit } from '../../flows/audit.ts';
import { type Authorization, needsSite } from '../../model/authorization.ts';
import { shownName } from '../../model/shown-name.ts';
import { answerPage } from '../answer.ts';
import { html } from '../html.ts';
import type { ConsoleWeb } from './console-web.ts';
import { consoleLayout, frameOf } from './views/console-layout.ts';
import { empty } from './views/integrations.ts';
import { table } from './views/table.ts';
import { when } from './views/when.ts';
import { signedIn } from './visit.ts';

const SHOWN = 200;

/** `GET /console/authorizations`: who is being asked to connect right now. */
export const authorizationsPage = signedIn(async (visit) => {
  const { web, response, actor } = visit;
  const { services, texts, pageTexts } = web;
  const open = await services.vault.authorizations.listOpen(SHOWN);
  await audit(services, { actor, what: 'authorizations_viewed', subject: 'open', result: 'ok' });
  const rows = open.map((attempt) => [
    html`<strong><bdi>${shownName(attempt.ownerName)}</bdi></strong><br><small>${attempt.owner.kind === 'user' ? texts.ownerUser(pageTexts.channel(attempt.owner.channel)) : texts.ownerShared}</small>`,
    services.integrations.get(attempt.integration)?.name ?? attempt.integration,
    attempt.purpose,
    stateOf(web, attempt),
    when(attempt.createdAt),
    when(attempt.expiresAt),
  ]);
  const columns = [
    texts.columnAskedFor,
    texts.columnIntegration,
    texts.columnPurpose,
    texts.columnState,
    texts.columnStarted,
    texts.columnExpires,
  ];
  const body = html`<h1>${texts.authorizationsTitle}</h1>
<p class="lead">${texts.authorizationsLead}</p>
${rows.length === 0 ? empty(texts.authorizationsEmpty) : table({ caption: texts.authorizationsTitle, columns, rows })}`;
  const page = { title: texts.authorizationsTitle, place: 'authorizations', body } as const;
  answerPage(response, 200, consoleLayout(frameOf(web, visit), page));
});

/** A code is waited for only once it is shown. */
function stateOf({ services, texts }: ConsoleWeb, attempt: Authorization): string {
  if (attempt.status !== 'quarantined' || !needsSite(attempt)) return texts.authorizationState[attempt.status];
  return texts.choosingSite(services.integrations.get(attempt.integration)?.sites?.noun ?? 'site');
}
