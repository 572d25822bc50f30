import { translate } from '../actions/sentences/translate.ts';
import type { Reader } from '../audit-words/audit-result.ts';
import { actorOf, resultOf, type Said, subjectOf } from '../audit-words/audit-said.ts';
import { auditTexts } from '../audit-words/texts/tables.ts';
import type { AuditPage } from '../flows/operator/list-audit.ts';
import { nearestLanguage } from '../languages/language-tag.ts';
import { AUDIT_EVENTS, isAuditEvent } from '../model/audit-event.ts';
import { ownerKey } from '../model/owner.ts';
import { readFacts } from '../model/stored-facts.ts';
import { type Command, done, readWords, UsageError } from './command.ts';
import { readTime } from './read-time.ts';
import { day, table } from './table.ts';

const PAGE = 50;

export const audit: Command = {
  name: 'audit',
  summary: 'list the audit log, newest first, in your language; that you read it becomes an entry',
  usage: '[--what EVENT] [--who WHO] [--subject ID] [--since WHEN] [--limit N] [--before ID] [--language TAG]',
  help: [
    ['--what EVENT', 'only this event: connected, disconnected, setup_changed …, as --json shows it'],
    ['--who WHO', "a developer's name, cli:USER, browser, system, or a person as CHANNEL/TENANT/USER"],
    ['--subject ID', 'only entries about this connection, integration, profile … as --json shows it'],
    ['--since WHEN', 'only entries from then on: 2026-01-31, 2026-01-31T09:05Z, 90m, 24h or 7d'],
    ['--limit N', `show at most N, 1 to 1000; default: ${PAGE}`],
    ['--before ID', 'continue before this entry, the last one of the previous page'],
    ['--language TAG', 'en, de, fr, es, pt-BR, ja or ar; default: LC_ALL, LC_MESSAGES or LANG'],
  ],
  run: async (words, call) => {
    const { values } = readWords(words, [], {
      what: { type: 'string' },
      who: { type: 'string' },
      subject: { type: 'string' },
      since: { type: 'string' },
      limit: { type: 'string' },
      before: { type: 'string' },
      language: { type: 'string' },
    });
    const { what, subject } = values;
    if (what !== undefined && !isAuditEvent(what)) throw new UsageError(`--what must be ${AUDIT_EVENTS.join(', ')}`);
    const limit = numberOf('--limit', values.limit ?? String(PAGE), 1000);
    const before = values.before && numberOf('--before', values.before, Number.MAX_SAFE_INTEGER);
    const page = await (await call.open()).listAudit({
      actor: call.actor,
      filter: {
        what,
        subject,
        actor: values.who === undefined ? undefined : actorKey(values.who, call.settings.appId),
        since: values.since === undefined ? undefined : readTime('--since', values.since, Date.now()),
      },
      before: before === '' ? undefined : before,
      limit,
    });
    return answerOf(page, readerOf(values.language ?? call.settings.language));
  },
};

function answerOf(page: AuditPage, reader: Reader) {
  const { texts } = reader;
  const shown = page.entries.map((entry) => ({
    entry,
    who: actorOf(reader, page.names, entry.actor),
    about: subjectOf(reader, page.names, entry),
    result: resultOf(reader, entry).text,
  }));
  const rows = shown.map(({ entry, who, about, result }) => [
    day(entry.at),
    inOne(who),
    isAuditEvent(entry.what) ? texts.auditWords[entry.what] : entry.what,
    inOne(about),
    entry.ref === null ? result : `${result} (${entry.ref})`,
  ]);
  const head = [`${texts.auditWhen} (UTC)`, texts.auditActor, texts.auditWhat, texts.auditSubject, texts.auditResult];
  const more = page.next === undefined ? [] : ['', `… --before ${page.next}`];
  return done(
    {
      entries: shown.map(({ entry, who, about, result }) => ({
        id: entry.id,
        at: new Date(entry.at).toISOString(),
        who: entry.actor,
        whoName: who.name,
        what: entry.what,
        subject: entry.subject,
        subjectName: about.name,
        facts: readFacts(entry.what, entry.result) ?? null,
        result,
        ref: entry.ref,
      })),
      next: page.next ?? null,
    },
    [table(head, rows, texts.auditEmpty), ...more].join('\n'),
  );
}

/** Channels by their ids, as all other commands read and write them. */
function readerOf(locale: string | undefined): Reader {
  const language = nearestLanguage(locale?.replace(/[.@].*$/, ''));
  return { texts: auditTexts[language], inWords: (text) => translate(text, language), channel: (id) => id };
}

function inOne({ name, more }: Said): string {
  return more === undefined ? name : `${name} ${more}`;
}

/** As it is stored. Whatever names neither a person nor one of our own actors is a developer's name. */
function actorKey(who: string, bot: string): string {
  if (who === 'browser' || who === 'system' || /^(?:operator:|(?:user|shared|forgotten)\/)/.test(who)) return who;
  const [, channel, tenant, user] = /^([^/]+)\/([^/]*)\/(.+)$/s.exec(who) ?? [];
  if (channel === undefined || tenant === undefined || user === undefined) return `operator:${who}`;
  return ownerKey({ kind: 'user', bot, channel, tenant, user });
}

function numberOf(option: string, given: string, most: number): number {
  const number = /^\d+$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(most === 1000 ? `${option} must be 1 to 1000` : `${option} must be the id of an entry`);
}
