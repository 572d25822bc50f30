import type { AuditNames } from '../flows/operator/name-audit-entries.ts';
import { NOTHING_FOUND, OF_ATTEMPT } from '../model/audit-event.ts';
import { readFacts } from '../model/stored-facts.ts';
import { auditResult, type Reader } from './audit-result.ts';

/** A name in place of an id, and a second line about it. */
export interface Said {
  readonly name: string;
  readonly more?: string | undefined;
}

/** Who did it. */
export function actorOf({ texts, channel }: Reader, { people }: AuditNames, actor: string): Said {
  const person = people.get(actor);
  if (person !== undefined) return { name: person.name, more: texts.ownerUser(channel(person.channel)) };
  if (actor === 'browser') return { name: texts.auditBrowser };
  if (actor === 'system') return { name: texts.auditSystem };
  if (actor.startsWith('forgotten/')) return { name: texts.auditForgotten };
  return { name: actor.startsWith('shared/') ? texts.ownerShared : actor.replace(/^operator:/, '') };
}

/** What it was done to. */
export function subjectOf(
  reader: Reader,
  names: AuditNames,
  { what, subject }: { readonly what: string; readonly subject: string },
): Said {
  const { texts, inWords } = reader;
  const known = names.subjects.get(subject);
  if (known !== undefined) {
    const name = known.builtIn === true ? inWords(known.name) : known.name;
    return { name, more: known.asked === undefined ? known.account : texts.auditAsked(known.asked) };
  }
  if (subject.startsWith('forgotten/')) return { name: texts.auditForgotten };
  if (what.endsWith('_viewed') && (subject === 'all' || subject === 'open')) return { name: texts.auditAll };
  if (what === 'audit_viewed' && subject === NOTHING_FOUND) return { name: texts.auditEmpty };
  if (what === 'audit_viewed') return actorOf(reader, names, subject);
  if (what === 'signed_out') return { name: ALL_OTHERS.has(subject) ? texts.auditOtherSessions : texts.auditSession };
  if (what === 'sign_in_refused' && subject === 'unknown') return { name: texts.auditStranger };
  if (OF_ATTEMPT.has(what)) return { name: texts.auditEarlierAttempt };
  return { name: OF_CONNECTION.has(what) ? texts.auditFormerConnection : subject };
}

/** What came of it. Earlier versions stored English text, which is shown unchanged: `isEnglish`. */
export function resultOf(
  reader: Reader,
  { what, result }: { readonly what: string; readonly result: string },
): { readonly text: string; readonly isEnglish: boolean } {
  const facts = readFacts(what, result);
  if (facts !== undefined) return { text: auditResult(reader, facts), isEnglish: false };
  if (OF_CONNECTION.has(what)) return { text: reader.texts.auditResults.ok, isEnglish: false };
  return { text: result, isEnglish: true };
}

/** The stored subject, and the one that earlier versions stored. */
const ALL_OTHERS: ReadonlySet<string> = new Set(['others', 'all others']);

const OF_CONNECTION: ReadonlySet<string> = new Set([
  'connected',
  'disconnected',
  'connection_stopped',
  'connection_ends',
  'connection_revoked',
  'site_switched',
  'revocation',
]);
