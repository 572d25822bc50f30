import type { Services } from './services.ts';

/** One line of the audit log: who did what to which record, and how it went. Never a secret. */
export async function audit(
  services: Services,
  actor: string,
  what: string,
  subject: string,
  result: string,
): Promise<void> {
  await services.vault.audit.append({ at: services.now(), actor, what, subject, result, ref: null });
}
