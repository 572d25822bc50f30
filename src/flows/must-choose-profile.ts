import type { Errand, Lacks } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import { connectRefusal, offeredProfiles } from './access.ts';
import type { Services } from './services.ts';

/**
 * Whether the person has to choose how to connect, because the product offers several ways. Not if the same connection is made
 * again, and not if they join an attempt that is open: it has its way already.
 */
export async function mustChooseProfile(services: Services, errand: Errand, lacks: Lacks): Promise<boolean> {
  const { owner, conversation, integration, profile } = errand;
  if (profile !== undefined || lacks.connectionId !== undefined || conversation.kind !== 'personal') return false;
  if (errand.status === 'waiting' || offeredProfiles(services, integration).length < 2) return false;
  if (connectRefusal(services, { owner, integration, profile }) !== undefined) return false;
  const open = await services.vault.authorizations.openOf(ownerKey(owner));
  return !open.some((one) => one.integration === integration && one.conversation.key === conversation.key);
}
