import type { AnyAction } from '../model/action.ts';
import type { Errand } from '../model/errand.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { accessOf } from './access.ts';
import { keepAhead, type ReadAhead } from './find-credential.ts';
import type { Services } from './services.ts';

/** Milliseconds in which a channel may deliver a message once more. */
const JUST_NOW = 5 * 60_000;

/** Of a person in a conversation, oldest first: what is open, and what has just ended. */
export function errandsHere(services: Services, owner: Owner, conversationKey: string): Promise<readonly Errand[]> {
  return services.vault.errands.here(ownerKey(owner), conversationKey, services.now() - JUST_NOW);
}

/** The same, with what an action that is asked for would find: one read for both. */
export async function errandsHereWith(
  services: Services,
  owner: Owner,
  conversationKey: string,
  action: Pick<AnyAction, 'integration' | 'access'>,
): Promise<{ readonly here: readonly Errand[]; readonly ahead?: ReadAhead }> {
  // whose account it is that is shared, the store says with the decision about it
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
