import { type AuditActor, type AuditEvent, auditActorKey } from '../model/audit-event.ts';
import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

export interface AuditLine {
  readonly actor: AuditActor;
  readonly what: AuditEvent;
  /** The record that was affected. */
  readonly subject: string;
  /** The outcome. Never a secret. */
  readonly result: string;
  readonly ref?: string | undefined;
}

/** Adds a line to the audit log. No other function does. With `vault`, in the caller's transaction. */
export async function audit(
  services: Services,
  { actor, what, subject, result, ref }: AuditLine,
  vault: Pick<Vault, 'audit'> = services.vault,
): Promise<void> {
  const at = services.now();
  await vault.audit.append({ at, actor: auditActorKey(actor), what, subject, result, ref: ref ?? null });
}
