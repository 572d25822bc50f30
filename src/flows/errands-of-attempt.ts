import type { Authorization, EndReason } from '../model/authorization.ts';
import type { Errand, ErrandEvent, Ready } from '../model/errand.ts';
import type { Vault } from '../vault/vault.ts';
import { moveLatest } from './move-errand.ts';
import type { Services } from './services.ts';

/** `isUnattended`: no message of the owner completed it, so the conversation is told unasked. */
export type HowCompleted =
  | { readonly isUnattended: true }
  | {
      readonly isUnattended: false;
      /** Lets another process that gets the same message recognise it. */
      readonly activityId?: string;
    };

/** Makes every errand ready that waits for an attempt, in the transaction that creates the connection. */
export async function connectErrands(
  services: Services,
  vault: Vault,
  attempt: Authorization,
  connected: Ready['connected'] & object,
  by: HowCompleted,
): Promise<readonly Errand[]> {
  const event = { type: 'connected', authorizationId: attempt.id, connected, ...by } as const;
  return moveAll(services, vault, attempt, () => event);
}

export interface AttemptEnd {
  readonly why: EndReason;
  readonly ref?: string;
  /** `unattended`: the conversation is told unasked. `turn`: the current turn tells it. `told`: something else tells it. */
  readonly tell: Tell;
  /** Id of the message that ended it. */
  readonly activityId?: string | undefined;
}

export type Tell = 'unattended' | 'turn' | 'told';

/**
 * Moves the errands that waited for an attempt, in the transaction that ends it. Only the oldest one has to tell the person.
 *
 * @param waiting default: read from the store
 */
export async function endErrands(
  services: Services,
  vault: Vault,
  attempt: Authorization,
  { why, ref, tell, activityId }: AttemptEnd,
  waiting?: readonly Errand[],
): Promise<readonly Errand[]> {
  const because = ref === undefined ? {} : { ref };
  return moveAll(
    services,
    vault,
    attempt,
    (isOldest) => {
      const isTold = tell === 'told' || !isOldest;
      const isUnattended = tell === 'unattended';
      if (why !== 'cancelled')
        return { type: 'attempt_over', authorizationId: attempt.id, why, ...because, isTold, isUnattended };
      const cancel = { type: 'cancel', activityId } as const;
      return isTold ? [cancel, { type: 'said', at: services.now() }] : cancel;
    },
    waiting,
  );
}

async function moveAll(
  services: Services,
  vault: Vault,
  attempt: Authorization,
  eventFor: (isOldest: boolean) => ErrandEvent | readonly ErrandEvent[],
  waiting?: readonly Errand[],
): Promise<readonly Errand[]> {
  if (attempt.owner.kind !== 'user') return [];
  const moved: Errand[] = [];
  for (const errand of waiting ?? (await vault.errands.waitingFor(attempt.id))) {
    const next = await moveLatest(services, errand, eventFor(moved.length === 0), vault);
    if (next !== undefined) moved.push(next);
  }
  return moved;
}
