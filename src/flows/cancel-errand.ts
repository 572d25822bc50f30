import { isOpen } from '../model/authorization.ts';
import type { Errand } from '../model/errand.ts';
import { endAuthorization } from './end-authorization.ts';
import { moveErrand } from './move-errand.ts';
import type { Services } from './services.ts';

/**
 * The owner does not want it any more. An attempt to connect that it waits for ends with everything else that waits for it.
 * Gives all that was cancelled, oldest first; nothing where another process was first.
 */
export async function cancelErrand(services: Services, errand: Errand): Promise<readonly Errand[]> {
  if (errand.status === 'waiting') {
    const attempt = await services.vault.authorizations.byId(errand.authorizationId);
    if (attempt !== undefined && isOpen(attempt)) {
      const ended = await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'turn' });
      return ended?.errands ?? [];
    }
  }
  const cancelled = await moveErrand(services, errand, { type: 'cancel' });
  return cancelled === undefined ? [] : [cancelled];
}

/** The bot gave it up: nothing is said, and the attempt to connect ends where nothing else waits for it. */
export async function abandonErrand(services: Services, errand: Errand): Promise<void> {
  const abandoned = await moveErrand(services, errand, { type: 'abandon' });
  if (abandoned === undefined || errand.status !== 'waiting') return;
  const { errands, authorizations } = services.vault;
  if ((await errands.waitingFor(errand.authorizationId)).length > 0) return;
  const attempt = await authorizations.byId(errand.authorizationId);
  if (attempt === undefined || !isOpen(attempt)) return;
  await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'told' });
}
