import type { AuditActor } from '../model/audit-event.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import type { RevocationSubject } from './queue-revocation.ts';

/**
 * What came from a product too late, for somebody we store nothing about any more: they may have asked to be forgotten
 * meanwhile, so whose it was is not written down again. What it takes to end the access stays.
 *
 * @param vault of the transaction that writes it down: until that ends, nobody is forgotten
 */
export async function unlessForgotten<Subject extends RevocationSubject & { readonly owner: Owner }>(
  vault: Vault,
  subject: Subject,
): Promise<Omit<Subject, 'owner' | 'conversation'> & Partial<Pick<Subject, 'owner' | 'conversation'>>> {
  const { owner, conversation: _, ...nameless } = subject;
  return (await isKnown(vault, owner)) ? subject : nameless;
}

/** The same of who did something, in the audit log. */
export async function actorUnlessForgotten(vault: Vault, owner: Owner): Promise<AuditActor> {
  return (await isKnown(vault, owner)) ? owner : 'forgotten/late';
}

async function isKnown({ authorizations, connections }: Vault, owner: Owner): Promise<boolean> {
  if (owner.kind === 'shared') return true;
  const key = ownerKey(owner);
  return (await authorizations.hold(key)) || (await connections.hold(key));
}
