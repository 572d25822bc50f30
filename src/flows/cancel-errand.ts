import { type Errand, isOpenErrand } from '../model/errand.ts';
import { endWhileOpen } from './end-authorization.ts';
import { moveErrand } from './move-errand.ts';
import type { Services } from './services.ts';

/**
 * Cancels an errand for its owner. An attempt to connect that it waits for ends, with everything else that waits for it.
 *
 * @param activityId id of the message that asked for it
 * @returns the cancelled errands, oldest first. Empty if the errand is already running or over.
 */
export async function cancelErrand(
  services: Services,
  errand: Errand,
  activityId?: string,
): Promise<readonly Errand[]> {
  let present: Errand | undefined = errand;
  while (present !== undefined && isOpenErrand(present)) {
    if (present.status === 'waiting') {
      const ending = { status: 'cancelled', why: 'cancelled', tell: 'turn', activityId } as const;
      const ended = await endWhileOpen(services, present.authorizationId, ending);
      if (ended !== undefined) return ended.errands;
    }
    const cancelled = await moveErrand(services, present, { type: 'cancel', activityId });
    if (cancelled !== undefined) return [cancelled];
    // it was connected or answered just now
    present = await services.vault.errands.byId(errand.id);
  }
  return [];
}

/** Abandons an errand silently. Its attempt to connect ends too, unless something else waits for it. */
export async function abandonErrand(services: Services, errand: Errand): Promise<void> {
  const abandoned = await moveErrand(services, errand, { type: 'abandon' });
  if (abandoned === undefined || errand.status !== 'waiting') return;
  if ((await services.vault.errands.waitingFor(errand.authorizationId)).length > 0) return;
  await endWhileOpen(services, errand.authorizationId, { status: 'cancelled', why: 'cancelled', tell: 'told' });
}
