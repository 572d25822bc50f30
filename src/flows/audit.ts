import type { Vault } from '../vault/vault.ts';
import type { Services } from './services.ts';

/** One line of the audit log: who did what to which record, and how it went. Never a secret. */
export async function audit(
  services: Services,
  actor: string,
  what: string,
  subject: string,
  result: string,
  vault: Pick<Vault, 'audit'> = services.vault,
): Promise<void> {
  await vault.audit.append({ at: services.now(), actor, what, subject, result, ref: null });
}
