import { audit } from '../../flows/audit.ts';
import { stopAuthorization } from '../../flows/operator/stop-authorization.ts';
import { type Authorization, needsSite } from '../../model/authorization.ts';
import { isolatedName, shownName } from '../../model/shown-name.ts';
import { answerPage } from '../answer.ts';
import { type HtmlValue, html } from '../html.ts';
import { pathSegment } from '../request-target.ts';
import type { ConsoleWeb } from './console-web.ts';
import { consoleLayout, formToken, frameOf } from './views/console-layout.ts';
import { empty } from './views/integrations.ts';
import { table } from './views/table.ts';
import { when } from './views/when.ts';
import { changing, signedIn, type Visit } from './visit.ts';

const SHOWN = 200;

/** `GET /console/authorizations`: who is being asked to connect right now. */
export const authorizationsPage = signedIn((visit) => answerAuthorizations(visit));

/** `POST /console/authorizations/:id/end` */
export const endAuthorizationHere = changing([], async (visit) => {
  const { services, texts } = visit.web;
  const stopped = await stopAuthorization(services, { actor: visit.actor, id: pathSegment(visit.request, 2) });
  await answerAuthorizations(visit, stopped ? texts.authorizationStopped : texts.authorizationOver);
});

async function answerAuthorizations(visit: Visit, notice?: string): Promise<void> {
  const { web, response, actor } = visit;
  const { services, texts } = web;
  const open = await services.vault.authorizations.listOpen(SHOWN);
  await audit(services, { actor, what: 'authorizations_viewed', subject: 'open', facts: { kind: 'ok' } });
  const columns = [
    texts.columnAskedFor,
    texts.columnIntegration,
    texts.columnPurpose,
    texts.columnState,
    texts.columnStarted,
    texts.columnExpires,
    texts.columnActions,
  ];
  const rows = open.map((attempt) => rowOf(visit, attempt));
  const body = html`<h1>${texts.authorizationsTitle}</h1>
<p class="lead">${texts.authorizationsLead}</p>
${notice !== undefined && html`<p class="good" role="status">${notice}</p>`}
${rows.length === 0 ? empty(texts.authorizationsEmpty) : table({ caption: texts.authorizationsTitle, columns, rows })}`;
  const page = { title: texts.authorizationsTitle, section: 'authorizations', body } as const;
  answerPage(response, 200, consoleLayout(frameOf(web, visit), page));
}

function rowOf({ web, session }: Visit, attempt: Authorization): readonly HtmlValue[] {
  const { services, texts, pageTexts, inWords, base } = web;
  const person = shownName(attempt.ownerName);
  const product = services.integrations.get(attempt.integration)?.name ?? attempt.integration;
  const where =
    attempt.owner.kind === 'user' ? texts.ownerUser(pageTexts.channel(attempt.owner.channel)) : texts.ownerShared;
  return [
    html`<strong><bdi>${person}</bdi></strong><br><small>${where}</small>`,
    product,
    attempt.owner.kind === 'shared' ? texts.sharedPurpose : inWords(attempt.purpose),
    stateOf(web, attempt),
    when(texts.lang, attempt.createdAt),
    when(texts.lang, attempt.expiresAt),
    html`<form method="post" action="${base}/authorizations/${attempt.id}/end">${formToken(session.formToken)}
<button type="submit" class="quiet">${texts.stopAuthorization}<span class="unseen">${texts.stopAuthorizationOf(isolatedName(attempt.ownerName), product)}</span></button></form>`,
  ];
}

/** The code is only awaited once the page has shown it. */
function stateOf({ services, texts, inWords }: ConsoleWeb, attempt: Authorization): string {
  if (attempt.status !== 'quarantined' || !needsSite(attempt)) return texts.authorizationState[attempt.status];
  return texts.choosingSite(inWords(services.integrations.get(attempt.integration)?.sites?.noun ?? 'site'));
}
