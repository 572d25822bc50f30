import type { AnyAction } from '../model/action.ts';
import type { Errand } from '../model/errand.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { accessOf } from './access.ts';
import { keepAhead, type ReadAhead } from './find-credential.ts';
import type { Services } from './services.ts';

/** Milliseconds within which a channel may deliver a message again. */
const JUST_NOW = 5 * 60_000;

/** A person's errands in a conversation, oldest first: those that are open, and those that have just ended. */
export function errandsHere(services: Services, owner: Owner, conversationKey: string): Promise<readonly Errand[]> {
  return services.vault.errands.here(ownerKey(owner), conversationKey, services.now() - JUST_NOW);
}

/** The same, together with the connection that the requested action would use, in one read. */
export async function errandsHereWith(
  services: Services,
  owner: Owner,
  conversationKey: string,
  action: Pick<AnyAction, 'integration' | 'access'>,
): Promise<{ readonly here: readonly Errand[]; readonly ahead?: ReadAhead }> {
  // a shared account must be read together with the decision about who can use it
  if (accessOf(services, owner, action).status !== 'own') {
    return { here: await errandsHere(services, owner, conversationKey) };
  }
  const place = { ownerKey: ownerKey(owner), integration: action.integration };
  const since = services.now() - JUST_NOW;
  const { here, stored } = await services.vault.errands.hereWith(
    place.ownerKey,
    conversationKey,
    since,
    place.integration,
  );
  return { here, ahead: keepAhead(place, stored) };
}
