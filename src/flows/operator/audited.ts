import type { AuditEntry, Vault } from '../../vault/vault.ts';
import type { Services } from '../services.ts';

/** Who changes something: a signed-in operator, or the command line. */
export interface Actor {
  readonly name: string;
}

/**
 * A change and its line in the audit log, in one transaction: what cannot be logged is not done (security.md R66).
 * `work` answers what the log says of the result.
 */
export async function audited<T>(
  services: Services,
  entry: { readonly actor: Actor; readonly what: string; readonly subject: string },
  work: (vault: Vault) => Promise<{ readonly result: string; readonly value: T }>,
): Promise<T> {
  return services.vault.transaction(async (vault) => {
    const { result, value } = await work(vault);
    await vault.audit.append(operatorEntry(services, entry, result));
    return value;
  });
}

/** What an operator did, for the audit log. */
export function operatorEntry(
  services: Services,
  { actor, what, subject }: { readonly actor: Actor; readonly what: string; readonly subject: string },
  result: string,
): AuditEntry {
  return { at: services.now(), actor: `operator:${actor.name}`, what, subject, result, ref: null };
}
