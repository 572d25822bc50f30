import { audit } from '../../flows/audit.ts';
import { answerPage } from '../answer.ts';
import { type Html, html } from '../html.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import { consoleLayout, frameOf } from './views/console-layout.ts';
import { selectRow, textRow } from './views/rows.ts';
import { table } from './views/table.ts';
import { when } from './views/when.ts';
import { signedIn, type Visit } from './visit.ts';

const PAGE = 100;
const FILTERS = ['what', 'actor', 'subject'] as const;

/** `GET /console/audit` */
export const auditPage = signedIn(async (visit) => {
  const { web, response, actor } = visit;
  const { services, texts, base } = web;
  const filter = filterOf(visit);
  const before = Number(onlyValue(queryOf(visit.request), 'before') ?? '');
  const page = { ...filter, ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}) };
  const found = await services.vault.audit.list({ ...page, limit: PAGE + 1 });
  await audit(services, `operator:${actor.name}`, 'audit_viewed', Object.values(filter).join(' ') || 'all', 'ok');
  const entries = found.slice(0, PAGE);
  const last = found.length > PAGE ? entries.at(-1) : undefined;
  const whats = Object.entries(texts.auditWords).map(([value, title]) => ({ value, title }));
  const rows = entries.map((entry) => [
    when(entry.at),
    filterLink(base, 'actor', entry.actor),
    html`<strong>${texts.auditWords[entry.what] ?? entry.what}</strong>`,
    filterLink(base, 'subject', entry.subject),
    html`${entry.result}${entry.ref !== null && html` <small>(${entry.ref})</small>`}`,
  ]);
  const columns = [texts.auditWhen, texts.auditActor, texts.auditWhat, texts.auditSubject, texts.auditResult];
  const body = html`<h1>${texts.auditTitle}</h1>
<p class="lead">${texts.auditLead}</p>
<form method="get" action="${base}/audit" class="filter">
${selectRow(texts, { name: 'what', title: texts.auditWhat, value: filter.what ?? '', options: [{ value: '', title: texts.filterAll }, ...whats] })}
${textRow(texts, { name: 'actor', title: texts.auditActor, value: filter.actor ?? '', optional: true })}
${textRow(texts, { name: 'subject', title: texts.auditSubject, value: filter.subject ?? '', optional: true })}
<button type="submit" class="second">${texts.auditFilter}</button>
${Object.keys(filter).length > 0 && html`<a href="${base}/audit">${texts.auditClear}</a>`}
</form>
<p class="hint">${texts.auditFilterHint}</p>
${rows.length === 0 ? html`<p class="empty">${texts.auditEmpty}</p>` : table({ caption: texts.auditTitle, columns, rows })}
${last !== undefined && html`<p><a href="${base}/audit?${new URLSearchParams({ ...filter, before: String(last.id) }).toString()}">${texts.nextPage}</a></p>`}`;
  answerPage(response, 200, consoleLayout(frameOf(web, visit), { title: texts.auditTitle, place: 'audit', body }));
});

/** Shows only what has the same. */
function filterLink(base: string, name: 'actor' | 'subject', value: string): Html {
  return html`<a href="${base}/audit?${new URLSearchParams({ [name]: value }).toString()}"><bdi>${value.replace(/^operator:/, '')}</bdi></a>`;
}

function filterOf({ request }: Visit): Partial<Record<(typeof FILTERS)[number], string>> {
  const query = queryOf(request);
  const given = FILTERS.map((name) => [name, (onlyValue(query, name) ?? '').trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}
