import { type AuditEvent, isAuditEvent } from './audit-event.ts';
import { type AuditFacts, FACTS_OF, PLAIN_FACTS } from './audit-facts.ts';
import { earlierFacts } from './earlier-facts.ts';
import { factsWithValues } from './facts-with-values.ts';
import { parsedJson, record } from './json.ts';
import { shownName } from './shown-name.ts';

/** The longest text of a fact, in characters. */
const LONGEST = 100;

/** The text that is stored: a plain fact's kind, otherwise JSON. Every text in it is one line and is cut. */
export function storedFacts(facts: AuditFacts): string {
  return plainFact(facts.kind) === undefined ? JSON.stringify(facts, safe) : facts.kind;
}

function safe(_: string, value: unknown): unknown {
  return typeof value === 'string' ? shownName(value, LONGEST) : value;
}

/**
 * The facts of a line.
 *
 * @param what the event of the line
 * @returns undefined for a text of an earlier version, and for facts that this event cannot have
 */
export function readFacts(what: string, stored: string): AuditFacts | undefined {
  if (!isAuditEvent(what)) return undefined;
  const facts = plainFact(stored) ?? factsWithValues(record(parsedJson(stored))) ?? earlierFacts(what, stored);
  return facts !== undefined && canHave(what, facts) ? facts : undefined;
}

function plainFact(stored: string): AuditFacts | undefined {
  const kind = PLAIN_FACTS.find((one) => one === stored);
  return kind && { kind };
}

function canHave(what: AuditEvent, { kind }: AuditFacts): boolean {
  const kinds: readonly AuditFacts['kind'][] = FACTS_OF[what];
  return kinds.includes(kind);
}
