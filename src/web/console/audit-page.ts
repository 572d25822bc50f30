import type { Reader } from '../../audit-words/audit-result.ts';
import { actorOf, resultOf, type Said, subjectOf } from '../../audit-words/audit-said.ts';
import { listAudit } from '../../flows/operator/list-audit.ts';
import { isAuditEvent, NOTHING_FOUND } from '../../model/audit-event.ts';
import { answerPage } from '../answer.ts';
import { type Html, html } from '../html.ts';
import { onlyValue } from '../read-form.ts';
import { queryOf } from '../request-target.ts';
import type { ConsoleWeb } from './console-web.ts';
import { consoleLayout, frameOf } from './views/console-layout.ts';
import { pager } from './views/pager.ts';
import { selectRow, textRow } from './views/rows.ts';
import { table } from './views/table.ts';
import { when } from './views/when.ts';
import { signedIn, type Visit } from './visit.ts';

const PAGE = 100;
const FILTERS = ['what', 'actor', 'subject'] as const;

/** `GET /console/audit` */
export const auditPage = signedIn(async (visit) => {
  const { web, response } = visit;
  const { services, texts, base } = web;
  const filter = filterOf(visit);
  const before = Number(onlyValue(queryOf(visit.request), 'before') ?? '');
  const { entries, names, next } = await listAudit(services, {
    actor: visit.actor,
    filter,
    before: before > 0 && Number.isSafeInteger(before) ? before : undefined,
    limit: PAGE,
  });
  const reader = readerOf(web);
  const whats = Object.entries(texts.auditWords).map(([value, title]) => ({ value, title }));
  const rows = entries.map((entry) => [
    when(texts.lang, entry.at),
    filterLink(base, 'actor', entry.actor, actorOf(reader, names, entry.actor)),
    html`<strong>${isAuditEvent(entry.what) ? texts.auditWords[entry.what] : entry.what}</strong>`,
    filterLink(base, 'subject', entry.subject, subjectOf(reader, names, entry)),
    html`${resultShown(resultOf(reader, entry))}${entry.ref !== null && html` <small>(${entry.ref})</small>`}`,
  ]);
  const [first] = entries;
  const actorSaid = first && actorOf(reader, names, first.actor);
  const subjectSaid = first && subjectOf(reader, names, first);
  const pageOf = (from: Readonly<Record<string, string>>) =>
    `${base}/audit?${new URLSearchParams({ ...filter, ...from }).toString()}`;
  const columns = [texts.auditWhen, texts.auditActor, texts.auditWhat, texts.auditSubject, texts.auditResult];
  const body = html`<h1>${texts.auditTitle}</h1>
<p class="lead">${texts.auditLead}</p>
<form method="get" action="${base}/audit" class="filter">
${selectRow(texts, { name: 'what', title: texts.auditWhat, value: filter.what ?? '', options: [{ value: '', title: texts.filterAll }, ...whats] })}
${filterRow(texts, { name: 'actor', title: texts.auditActor, value: filter.actor }, actorSaid)}
${filterRow(texts, { name: 'subject', title: texts.auditSubject, value: filter.subject }, subjectSaid)}
<button type="submit" class="second">${texts.auditFilter}</button>
${Object.keys(filter).length > 0 && html`<a href="${base}/audit">${texts.auditClear}</a>`}
</form>
<p class="hint">${texts.auditFilterHint}</p>
${rows.length === 0 ? html`<p class="empty">${texts.auditEmpty}</p>` : table({ caption: texts.auditTitle, columns, rows })}
${pager(texts, { ...(before > 0 ? { first: pageOf({}) } : {}), ...(next === undefined ? {} : { next: pageOf({ before: String(next) }) }) })}`;
  answerPage(response, 200, consoleLayout(frameOf(web, visit), { title: texts.auditTitle, section: 'audit', body }));
});

/** A filter that was set by a click shows a name and carries its id in a hidden field. Otherwise it is a text field. */
function filterRow(
  texts: ConsoleWeb['texts'],
  { name, title, value }: { readonly name: string; readonly title: string; readonly value: string | undefined },
  said: Said | undefined,
): Html {
  if (value === undefined || said === undefined || said.name === value) {
    return textRow(texts, { name, title, value: value ?? '', optional: true });
  }
  return html`<div class="field chosen"><p class="small-title">${title}</p>
<p title="${value}"><bdi>${said.name}</bdi>${said.more !== undefined && html` <small><bdi>${said.more}</bdi></small>`}</p>
<input type="hidden" name="${name}" value="${value}"></div>`;
}

/** Our own codes in place of an id. Each has a name in every language. */
const CODES: ReadonlySet<string> = new Set([
  'browser',
  'system',
  'unknown',
  'all',
  'open',
  'others',
  'all others',
  NOTHING_FOUND,
]);

/** Filters by this value. The `title` attribute shows an id as it is stored. */
function filterLink(base: string, by: 'actor' | 'subject', value: string, { name, more }: Said): Html {
  const query = new URLSearchParams({ [by]: value }).toString();
  const title = CODES.has(value) ? undefined : html` title="${value}"`;
  return html`<a href="${base}/audit?${query}"${title}><bdi>${name}</bdi></a>${more !== undefined && html`<br><small><bdi>${more}</bdi></small>`}`;
}

function resultShown({ text, isEnglish }: ReturnType<typeof resultOf>): Html {
  return isEnglish ? html`<bdi lang="en">${text}</bdi>` : html`<span>${text}</span>`;
}

function readerOf({ texts, inWords, pageTexts }: ConsoleWeb): Reader {
  return { texts, inWords, channel: pageTexts.channel };
}

type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

function filterOf({ request }: Visit): Filter {
  const query = queryOf(request);
  const given = FILTERS.map((name) => [name, (onlyValue(query, name) ?? '').trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}
