import type { AuditActor } from '../model/audit-event.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { RevocationSubject } from './queue-revocation.ts';

/**
 * A product may return a token after the person's data was deleted. If nothing else is stored about the person, removes their
 * identity, so that it is not written again, and keeps what is needed to revoke the token.
 *
 * @param vault of the transaction that writes it. Until that ends, nobody's data is deleted
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
