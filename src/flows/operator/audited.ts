import type { AuditEvent } from '../../model/audit-event.ts';
import type { FactsOf } from '../../model/audit-facts.ts';
import type { Vault } from '../../vault/vault.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';

/** Who changes something: an operator who is signed in, or the command line. */
export interface Actor {
  readonly name: string;
}

/**
 * Makes a change and adds its line to the audit log in one transaction, so a change that cannot be logged does not happen.
 * `work` returns the facts for the log.
 */
export async function audited<Event extends AuditEvent, T>(
  services: Services,
  entry: { readonly actor: Actor; readonly what: Event; readonly subject: string },
  work: (vault: Vault) => Promise<{ readonly facts: FactsOf<Event>; readonly value: T }>,
): Promise<T> {
  return services.vault.transaction(async (vault) => {
    const { facts, value } = await work(vault);
    const {
      actor: { name },
      what,
      subject,
    } = entry;
    await audit(services, { actor: { name }, what, subject, facts }, vault);
    return value;
  });
}
