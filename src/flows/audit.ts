import { type AuditActor, type AuditEvent, auditActorKey } from '../model/audit-event.ts';
import type { FactsOf } from '../model/audit-facts.ts';
import { storedFacts } from '../model/stored-facts.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

export interface AuditLine<Event extends AuditEvent = AuditEvent> {
  readonly actor: AuditActor;
  readonly what: Event;
  /** The record that was affected. */
  readonly subject: string;
  /** The outcome: facts that this event can have. */
  readonly facts: FactsOf<Event>;
  readonly ref?: string | undefined;
}

/** Adds a line to the audit log. No other function does. With `vault`, in the caller's transaction. */
export async function audit<Event extends AuditEvent>(
  services: Services,
  { actor, what, subject, facts, ref }: AuditLine<Event>,
  vault: Pick<Vault, 'audit'> = services.vault,
): Promise<void> {
  const at = services.now();
  const result = storedFacts(facts);
  await vault.audit.append({ at, actor: auditActorKey(actor), what, subject, result, ref: ref ?? null });
}
