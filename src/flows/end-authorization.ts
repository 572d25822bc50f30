import { randomUUID } from 'node:crypto';
import { type Authorization, type AuthorizationEvent, type EndReason, isOpen } from '../model/authorization.ts';
import { ownerKey } from '../model/owner.ts';
import type { Vault } from '../vault/vault.ts';
import { move } from './move.ts';
import { queueRevocation } from './queue-revocation.ts';
import type { Services } from './services.ts';

export interface Ending {
  readonly status: 'failed' | 'cancelled' | 'revoked' | 'expired';
  readonly why: EndReason;
  /** The conversation is told unasked. */
  readonly tell: boolean;
  readonly ref?: string;
}

/**
 * Ends an open attempt, and with it everything secret that it held: a quarantined credential is revoked at the product.
 * What the conversation and the product must hear survives a restart in the outbox. Undefined: somebody else was first.
 */
export async function endAuthorization(
  services: Services,
  from: Authorization,
  ending: Ending,
): Promise<Authorization | undefined> {
  const event: AuthorizationEvent =
    ending.status === 'expired' ? { type: 'expire' } : { type: 'end', status: ending.status, why: ending.why };
  return persistEnd(services, from, event, ending);
}

/**
 * Counts a wrong key or code, and returns how many are still forgiven; the last one ends the attempt. Guesses that arrive
 * at the same time, on several instances, are counted each.
 */
export async function triesLeftAfterMiss(services: Services, attempt: Authorization): Promise<number> {
  const counted = await countMiss(services, attempt);
  if (counted !== undefined) return isOpen(counted) ? counted.triesLeft : 0;
  const present = await services.vault.authorizations.byId(attempt.id);
  if (present?.status !== attempt.status || services.now() >= present.expiresAt) return 0;
  return triesLeftAfterMiss(services, present);
}

async function countMiss(services: Services, from: Authorization): Promise<Authorization | undefined> {
  const why = from.status === 'quarantined' ? 'wrong_codes' : 'wrong_credentials';
  if (from.triesLeft > 1) return move(services, from, { type: 'miss' });
  return persistEnd(services, from, { type: 'miss' }, { why, tell: false });
}

async function persistEnd(
  services: Services,
  from: Authorization,
  event: AuthorizationEvent,
  ending: Pick<Ending, 'why' | 'tell' | 'ref'>,
): Promise<Authorization | undefined> {
  const ended = await services.vault.transaction(async (vault) => {
    const next = await move(services, from, event, vault);
    if (next === undefined) return undefined;
    if (from.status === 'quarantined') await queueRevocation(services, vault, from);
    if (ending.tell && from.owner.kind === 'user') await tell(services, vault, from, ending);
    await dropUnlessRetried(services, vault, next);
    await vault.audit.append({
      at: services.now(),
      actor: ownerKey(from.owner),
      what: 'authorization_ended',
      subject: from.id,
      result: `${next.status}: ${ending.why}`,
      ref: ending.ref ?? null,
    });
    return next;
  });
  if (ended === undefined) return undefined;
  services.log({ event: 'authorization_ended', authorization: from.id, status: ended.status, reason: ending.why });
  services.wake();
  return ended;
}

async function tell(
  services: Services,
  vault: Vault,
  from: Authorization,
  ending: Pick<Ending, 'why' | 'ref'>,
): Promise<void> {
  const now = services.now();
  await vault.outbox.put(randomUUID(), `ended/${from.id}`, now, now, {
    kind: 'authorization_ended',
    conversation: from.conversation,
    authorizationId: from.id,
    integration: from.integration,
    why: ending.why,
    ...(ending.ref === undefined ? {} : { ref: ending.ref }),
  });
}

/** After "cancel" nothing waits any more; after a failure the person may still say "retry". */
async function dropUnlessRetried(services: Services, vault: Vault, ended: Authorization): Promise<void> {
  if (ended.status !== 'cancelled') return;
  for (const action of await vault.pendingActions.ofAuthorization(ended.id)) {
    if (action.status !== 'waiting') continue;
    const version = action.version + 1;
    await vault.pendingActions.swap({ ...action, version, status: 'dropped', updatedAt: services.now() });
  }
}
