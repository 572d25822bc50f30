import { type AuditEvent, isAuditEvent, NOTHING_FOUND } from '../../model/audit-event.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import type { Actor } from './audited.ts';
import { type AuditNames, nameAuditEntries } from './name-audit-entries.ts';

/** Which entries of the audit log to list; all of them if it is empty. */
export interface AuditFilter {
  readonly what?: string | undefined;
  /** As it is stored: the key of an owner, `operator:NAME`, `browser` or `system`. */
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  /** Only entries from this time on, in milliseconds since 1970. */
  readonly since?: number | undefined;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly ListedEntry[];
  readonly names: AuditNames;
  /** Continue before this entry. Undefined if there are no more. */
  readonly next: number | undefined;
}

export interface ListedEntry {
  readonly id: number;
  readonly at: number;
  readonly actor: string;
  readonly what: string;
  readonly subject: string;
  /** A code, JSON, or the text of an earlier version, see `readFacts`. */
  readonly result: string;
  readonly ref: string | null;
}

export interface ListAuditInput {
  readonly actor: Actor;
  readonly filter: AuditFilter;
  /** Id of the last entry of the page before. */
  readonly before?: number | undefined;
  /** The most entries of the page. */
  readonly limit: number;
}

/** A page of the audit log, with names in place of ids. That somebody read it is an entry itself. */
export async function listAudit(services: Services, input: ListAuditInput): Promise<AuditPage> {
  const { filter, before, limit } = input;
  const found = await services.vault.audit.list({ ...filter, before, limit: limit + 1 });
  await noteViewed(services, input.actor, filter, found.length > 0);
  const entries = found.slice(0, limit);
  const next = found.length > limit ? entries.at(-1)?.id : undefined;
  return { entries, names: await nameAuditEntries(services, entries), next };
}

/**
 * One line per value that was looked for: deleting a person's data renames only subjects that are that person and nothing else.
 * A search without a result is recorded without its words, because people paste secrets into search fields by mistake.
 */
async function noteViewed(services: Services, actor: Actor, filter: AuditFilter, isFound: boolean): Promise<void> {
  const event: AuditEvent | undefined = isAuditEvent(filter.what) ? filter.what : undefined;
  const facts = event === undefined ? ({ kind: 'ok' } as const) : ({ kind: 'looked_for', event } as const);
  const asked = [filter.subject, filter.actor].filter((value) => value !== undefined);
  const subjects = !isFound ? [NOTHING_FOUND] : asked.length === 0 ? ['all'] : asked;
  for (const subject of subjects) await audit(services, { actor, what: 'audit_viewed', subject, facts });
}
