import type { AuditEvent } from '../../model/audit-event.ts';
import type { Vault } from '../../vault/vault.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';

/** Who changes something: a signed-in operator, or the command line. */
export interface Actor {
  readonly name: string;
}

/**
 * A change and its line in the audit log, in one transaction: what cannot be logged is not done.
 * `work` answers what the log says of the result.
 */
export async function audited<T>(
  services: Services,
  entry: { readonly actor: Actor; readonly what: AuditEvent; readonly subject: string },
  work: (vault: Vault) => Promise<{ readonly result: string; readonly value: T }>,
): Promise<T> {
  return services.vault.transaction(async (vault) => {
    const { result, value } = await work(vault);
    const {
      actor: { name },
      what,
      subject,
    } = entry;
    await audit(services, { actor: { name }, what, subject, result }, vault);
    return value;
  });
}
