import type { Errand, Lacks } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import { connectRefusal, offeredProfiles } from './access.ts';
import type { Services } from './services.ts';

/**
 * Whether the person has to choose how to connect, because the product offers several ways. Not to replace a connection, and not
 * to join an open attempt, for which the way has been chosen.
 */
export async function mustChooseProfile(services: Services, errand: Errand, lacks: Lacks): Promise<boolean> {
  const { owner, conversation, integration, profile } = errand;
  if (profile !== undefined || lacks.connectionId !== undefined || conversation.kind !== 'personal') return false;
  if (errand.status === 'waiting' || offeredProfiles(services, integration).length < 2) return false;
  if (connectRefusal(services, { owner, integration, profile }) !== undefined) return false;
  const open = await services.vault.authorizations.openOf(ownerKey(owner));
  return !open.some((one) => one.integration === integration && one.conversation.key === conversation.key);
}
