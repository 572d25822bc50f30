import { randomUUID } from 'node:crypto';
import type { AuditActor } from '../model/audit-event.ts';
import {
  type Authorization,
  type AuthorizationEvent,
  credentialOf,
  type EndReason,
  isOpen,
} from '../model/authorization.ts';
import type { Vault } from '../vault/vault.ts';
import { audit } from './audit.ts';
import { move } from './move.ts';
import { queueRevocation } from './queue-revocation.ts';
import type { Services } from './services.ts';

export interface Ending {
  readonly status: 'failed' | 'cancelled' | 'revoked' | 'expired';
  readonly why: EndReason;
  /** The conversation is told unasked. */
  readonly tell: boolean;
  readonly ref?: string;
  /** Who ended it, where that was not the owner or the clock. */
  readonly by?: AuditActor;
}

/**
 * Ends an open attempt, and with it everything secret that it held: a credential is revoked at the product.
 * What the conversation and the product must hear survives a restart in the outbox. Undefined: somebody else was first.
 */
export async function endAuthorization(
  services: Services,
  from: Authorization,
  ending: Ending,
): Promise<Authorization | undefined> {
  return persistEnd(services, from, eventOf(ending), ending);
}

function eventOf({ status, why }: Ending): AuthorizationEvent {
  return status === 'expired' ? { type: 'expire' } : { type: 'end', status, why };
}

/** Ends many in one transaction, which costs little more than one of them alone. Gives how many nobody else had ended. */
export async function endAuthorizations(
  services: Services,
  endings: readonly { readonly from: Authorization; readonly ending: Ending }[],
): Promise<number> {
  const ended = await services.vault.transaction(async (vault) => {
    const all: { readonly next: Authorization; readonly ending: Ending }[] = [];
    for (const { from, ending } of endings) {
      const next = await endIn(services, vault, from, eventOf(ending), ending);
      if (next !== undefined) all.push({ next, ending });
    }
    return all;
  });
  for (const { next, ending } of ended) announce(services, next, ending);
  return ended.length;
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
  ending: Pick<Ending, 'why' | 'tell' | 'ref' | 'by'>,
): Promise<Authorization | undefined> {
  const ended = await services.vault.transaction((vault) => endIn(services, vault, from, event, ending));
  if (ended !== undefined) announce(services, ended, ending);
  return ended;
}

function announce(services: Services, { id, status }: Authorization, { why }: Pick<Ending, 'why'>): void {
  services.log({ event: 'authorization_ended', authorization: id, status, reason: why });
  services.wake();
}

async function endIn(
  services: Services,
  vault: Vault,
  from: Authorization,
  event: AuthorizationEvent,
  ending: Pick<Ending, 'why' | 'tell' | 'ref' | 'by'>,
): Promise<Authorization | undefined> {
  const next = await move(services, from, event, vault);
  if (next === undefined) return undefined;
  const credential = credentialOf(from);
  if (credential !== undefined) await queueRevocation(services, vault, { ...from, credential });
  if (ending.tell && from.owner.kind === 'user') await tell(services, vault, from, ending);
  await dropUnlessRetried(services, vault, next);
  const result = `${next.status}: ${ending.why}`;
  const actor = ending.by ?? from.owner;
  await audit(services, { actor, what: 'authorization_ended', subject: from.id, result, ref: ending.ref }, vault);
  return next;
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
