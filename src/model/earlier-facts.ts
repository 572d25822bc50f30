import type { AuditEvent } from './audit-event.ts';
import type { AuditFacts, PlainFact } from './audit-facts.ts';
import { endedBy } from './facts-with-values.ts';

/** Reads what earlier versions stored in fixed words. Their free English text stays as it is. */
export function earlierFacts(what: AuditEvent, stored: string): AuditFacts | undefined {
  const kind = FIXED.get(stored);
  if (kind !== undefined) return { kind };
  const [first = '', second = ''] = stored.split(': ');
  switch (what) {
    case 'authorization_ended':
      return ENDED.has(first) ? endedBy(second) : undefined;
    case 'connected':
      return { kind: 'product', integration: stored };
    case 'site_switched':
      return { kind: 'site', id: stored };
    case 'connection_revoked':
      if (second !== 'queued' && second !== 'unsupported') return undefined;
      return { kind: 'removed', integration: first, atProduct: second };
    default:
      return undefined;
  }
}

const ENDED: ReadonlySet<string> = new Set(['failed', 'cancelled', 'revoked', 'expired']);

const FIXED: ReadonlyMap<string, PlainFact> = new Map([
  ['refused: other browser', 'other_browser'],
  ['refused: other owner or conversation', 'other_person'],
  ['refused: too_many', 'too_many'],
  ['refused: refused', 'refused'],
  ['refused: group', 'refused'],
  ['refused: taken', 'taken'],
  ['refused: changed meanwhile', 'changed_meanwhile'],
  ['refused: somebody was first', 'somebody_first'],
  ['again: changed meanwhile', 'tried_again'],
  ['setup', 'setup_only'],
  ['setup and shared account', 'setup_and_account'],
  ['with the setup token', 'setup_token'],
  ['all other sessions ended', 'others_signed_out'],
  ['OpenID', 'openid'],
] as const);
