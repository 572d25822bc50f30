import { type Owner, ownerKey } from './owner.ts';

/** All events of the audit log. */
export const AUDIT_EVENTS = [
  'connected',
  'disconnected',
  'connection_stopped',
  'connection_ends',
  'revocation',
  'link_claimed',
  'new_link_asked',
  'callback',
  'credential_submitted',
  'authorization_ended',
  'setup_changed',
  'setup_deleted',
  'sharing_begun',
  'profile_created',
  'profile_changed',
  'profile_deleted',
  'profile_tested',
  'connection_revoked',
  'connections_viewed',
  'authorizations_viewed',
  'audit_viewed',
  'keys_rotated',
  'key_rotation_begun',
  'signed_in',
  'signed_out',
  'sign_in_refused',
  'operator_created',
  'operator_removed',
  'password_changed',
  'site_switched',
  'owner_forgotten',
  'access_refused',
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];

export function isAuditEvent(what: unknown): what is AuditEvent {
  return AUDIT_EVENTS.some((event) => event === what);
}

/** The subject of a search in the audit log that found nothing. */
export const NOTHING_FOUND = 'nothing';

/** Entries about an attempt to connect. */
export const OF_ATTEMPT: ReadonlySet<string> = new Set([
  'link_claimed',
  'callback',
  'credential_submitted',
  'authorization_ended',
]);

/**
 * Who did it: a person by the key of their owner, an operator by name, a browser, or the library itself. `forgotten/late` is
 * a person whose data was deleted while they did it.
 */
export type AuditActor = 'browser' | 'system' | 'forgotten/late' | Owner | { readonly name: string };

/** The text that is stored and filtered by. */
export function auditActorKey(actor: AuditActor): string {
  if (typeof actor === 'string') return actor;
  return 'kind' in actor ? ownerKey(actor) : `operator:${actor.name}`;
}
