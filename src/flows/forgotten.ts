import type { Owner } from '../model/owner.ts';
import { ownerKey } from '../model/owner.ts';
import type { RevocationSubject } from './queue-revocation.ts';
import type { Services } from './services.ts';

/**
 * What came from a product too late, for somebody of whom nothing is stored any more: they may have asked to be forgotten
 * meanwhile, so whose it was is not written down again. What it takes to end the access stays.
 */
export async function unlessForgotten<Subject extends RevocationSubject & { readonly owner: Owner }>(
  { vault }: Services,
  subject: Subject,
): Promise<Omit<Subject, 'owner' | 'conversation'> & Partial<Pick<Subject, 'owner' | 'conversation'>>> {
  const { owner, conversation: _, ...nameless } = subject;
  if (owner.kind === 'shared') return subject;
  const key = ownerKey(owner);
  const isKnown = (await vault.authorizations.begunSince(key, 0)) > 0 || (await vault.connections.list(key)).length > 0;
  return isKnown ? subject : nameless;
}
