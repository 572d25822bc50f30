import type { AuditActor } from '../model/audit-event.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { RevocationSubject } from './queue-revocation.ts';

/**
 * For a token that comes from a product after its person may have asked us to delete their data: if nothing else is stored
 * about them, their identity is not written again. What is needed to revoke the token stays.
 *
 * @param vault of the transaction that writes it. Nobody's data is deleted until it ends
 */
export async function unlessForgotten<Subject extends RevocationSubject & { readonly owner: Owner }>(
  vault: Vault,
  subject: Subject,
): Promise<Omit<Subject, 'owner' | 'conversation'> & Partial<Pick<Subject, 'owner' | 'conversation'>>> {
  const { owner, conversation: _, ...nameless } = subject;
  return (await isKnown(vault, owner)) ? subject : nameless;
}

/** The same for the actor of an entry in the audit log. */
export async function actorUnlessForgotten(vault: Vault, owner: Owner): Promise<AuditActor> {
  return (await isKnown(vault, owner)) ? owner : 'forgotten/late';
}

async function isKnown({ authorizations, connections }: Vault, owner: Owner): Promise<boolean> {
  if (owner.kind === 'shared') return true;
  const key = ownerKey(owner);
  return (await authorizations.hold(key)) || (await connections.hold(key));
}
